package io.milvaion.system;

/**
 * What has become of the seconds in which jobs of one policy were due.
 *
 * @param due seconds, summed over the jobs
 * @param missing seconds that are neither an occurrence nor a skipped run
 * @param duplicates seconds that are recorded more than once
 * @param notFinal occurrences that have not ended
 * @param states occurrences by their state's code
 * @param reasons skipped runs by their reason
 * @param repeated occurrences that needed more than one attempt
 * @param maxLateness seconds from planned to started, of the latest start
 */
record Tally(
        long due,
        long occurrences,
        long skipped,
        long missing,
        long duplicates,
        long notFinal,
        String states,
        String reasons,
        long repeated,
        double maxLateness) {

    static String head() {
        return String.format(
                "%-9s %7s %12s %8s %8s %11s %10s %11s %14s  %-16s %s",
                "policy",
                "due",
                "occurrences",
                "skipped",
                "missing",
                "duplicates",
                "not final",
                "attempts>1",
                "max late (s)",
                "states",
                "skips by reason");
    }

    String row(String policy) {
        return String.format(
                "%-9s %7d %12d %8d %8d %11d %10d %11d %14.1f  %-16s %s",
                policy,
                due,
                occurrences,
                skipped,
                missing,
                duplicates,
                notFinal,
                repeated,
                maxLateness,
                states,
                reasons);
    }
}
