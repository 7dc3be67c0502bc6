/** {@code /occurrences}, {@code /skipped-runs}, {@code /missed-runs}: what became of jobs. */
package io.milvaion.web.occurrence;
