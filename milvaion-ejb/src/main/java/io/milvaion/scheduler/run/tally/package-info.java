/**
 * Adds up what has happened to runs ({@link io.milvaion.scheduler.state.tally}), on the node that
 * leads.
 */
package io.milvaion.scheduler.run.tally;
