/** {@code /failed-occurrences} and {@code /dead-letters}: what went wrong for good. */
package io.milvaion.web.mend.deadletter;
