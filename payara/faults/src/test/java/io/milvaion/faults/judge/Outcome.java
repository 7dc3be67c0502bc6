package io.milvaion.faults.judge;

/**
 * What has become of the runs that were due while something was broken.
 *
 * @param due planned instants, summed over the jobs
 * @param skips skipped instants by reason
 * @param states runs by the code of their state
 * @param missing instants that are neither a run nor a skip
 * @param duplicates instants that are recorded more than once
 * @param notFinal runs that have not ended
 * @param repeated runs that were executed more than once, by the reason for it
 * @param twoOwners pairs of executions of one run that overlap
 * @param backwards changes of state that must not happen
 * @param completedWithoutEffect runs that are Completed, but not in the ledger
 * @param effectWithoutRun executions of runs that do not exist
 * @param twoIds instants that were executed under two ids
 * @param overlaps pairs of overlapping runs of a job that may not overlap
 * @param calmLate seconds from planned to executed, of the latest run of policy Parallel that was
 *     due before the fault: what this machine costs
 * @param maxLate seconds from planned to executed, of the latest run of policy Parallel
 * @param p99Late the same of the run that 99 % are not later than
 * @param recovery seconds from the end of the fault until the last run started that was later by
 *     more than 2 s than any before; 0 if there was none
 */
public record Outcome(
        long due,
        long occurrences,
        String skips,
        String states,
        long missing,
        long duplicates,
        long notFinal,
        String repeated,
        long twoOwners,
        long backwards,
        long completedWithoutEffect,
        long effectWithoutRun,
        long twoIds,
        long overlaps,
        double calmLate,
        double maxLate,
        double p99Late,
        double recovery) {

    /** Seconds by which the fault, and not the machine, has delayed runs. */
    public double delay() {
        return maxLate - calmLate;
    }
}
