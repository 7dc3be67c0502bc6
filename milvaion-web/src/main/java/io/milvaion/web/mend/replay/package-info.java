/** {@code /occurrences/{id}/retry} and {@code /replays}: running again what has failed. */
package io.milvaion.web.mend.replay;
