/**
 * Secret values in the data of jobs: fields that a job names, and texts with references like {@code
 * ${secret:name}}, which a worker resolves and nobody stores resolved.
 */
package io.milvaion.platform.secret;
