/** {@code /jobs/{id}/why}, {@code /occurrences/{id}/why}: what keeps things from running. */
package io.milvaion.web.see.why;
