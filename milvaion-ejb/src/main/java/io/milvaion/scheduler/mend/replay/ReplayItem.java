package io.milvaion.scheduler.mend.replay;

import java.util.UUID;

/**
 * A failed occurrence that waits to be run again.
 *
 * @param listed whether it is still in the list of failed occurrences
 * @param retriedAs the run that repeats it already, or null
 * @param jobVersion that the new run is to use, or null for the present one
 * @param ownData what the failed run had of its own, or null
 * @param jobData what its job has in that version, or null if the job was deleted
 */
record ReplayItem(
        UUID occurrenceId,
        UUID jobId,
        boolean listed,
        UUID retriedAs,
        Integer jobVersion,
        String ownData,
        String jobData) {}
