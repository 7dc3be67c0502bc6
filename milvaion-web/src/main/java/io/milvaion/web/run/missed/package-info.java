/** {@code /missed-runs} and {@code /skipped-runs}: planned instants that did not run. */
package io.milvaion.web.run.missed;
