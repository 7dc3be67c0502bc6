/**
 * {@code /statistics}, {@code /jobs/recent-runs}: what became of runs, in numbers and at a glance.
 */
package io.milvaion.web.see.statistics;
