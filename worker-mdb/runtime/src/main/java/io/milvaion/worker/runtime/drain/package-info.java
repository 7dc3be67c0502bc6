/**
 * Orders of the scheduler to take no new runs: this instance is drained by its id or with its
 * group. Looked for in Redis once a second; what runs is not touched.
 */
package io.milvaion.worker.runtime.drain;
