/**
 * What became of runs in numbers: over time, by job, and the last ones of many jobs at a glance.
 * Reads what is added up ({@link io.milvaion.scheduler.state.tally}), never the history, so its
 * numbers are as of an instant that each answer names.
 */
package io.milvaion.scheduler.see.statistics;
