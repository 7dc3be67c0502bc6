/**
 * Holds each exchange of the tests with a node to the description of the API, and notes which
 * operations were seen at work.
 */
package io.milvaion.tests.description;
