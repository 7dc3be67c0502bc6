/**
 * {@code /occurrences}, {@code /skipped-runs}, {@code /missed-runs}, {@code /failed-occurrences}:
 * what became of jobs.
 */
package io.milvaion.web.occurrence;
