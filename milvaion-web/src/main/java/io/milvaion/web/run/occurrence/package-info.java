/** {@code /occurrences}: runs, their attempts and logs. */
package io.milvaion.web.run.occurrence;
