/** {@code /occurrences} and {@code /skipped-runs}: what became of jobs. */
package io.milvaion.web.occurrence;
