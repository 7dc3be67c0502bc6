package io.milvaion.scheduler.job.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job whose next run is at another instant than was planned.
 *
 * @param version that the job has got by it
 * @param from null: it had none
 * @param to null: it has none
 * @param why for people
 */
public record MovedRun(UUID jobId, String name, int version, Instant from, Instant to, String why) {

    /** One line for the history of the job. */
    public String line() {
        return "next run moved from " + words(from) + " to " + words(to) + " " + why;
    }

    private static String words(Instant at) {
        return at == null ? "never" : at.toString();
    }

    /**
     * Where the next run of a job belongs by the rules in force: at its first instant that has
     * neither run nor been skipped. One that is due by now is left to the dispatcher and its
     * misfire rules. Empty if it is where it belongs.
     */
    static Optional<Instant> next(PlanRow row, ZoneChange change) {
        var timetable = row.timetable();
        if (!row.runs()
                || !row.schedule().repeats()
                || row.schedule().delay() != null
                || row.next() == null
                || timetable == null) {
            return Optional.empty();
        }
        var begin = PlanJudgement.begin(row);
        var from = row.next().isAfter(begin) ? begin : row.next().minusMillis(1);
        var jitter = row.schedule().jitterSeconds();
        int scattered = jitter == null ? 0 : jitter;
        var next = timetable.nextAfter(from);
        while (next.isPresent()
                && !timetable.isInterval()
                && change.repeats(next.get(), row.last(), scattered)) {
            next = timetable.nextAfter(next.get());
        }
        return next.filter(instant -> !instant.equals(row.next()));
    }
}
