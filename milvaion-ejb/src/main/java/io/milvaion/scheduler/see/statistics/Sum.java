package io.milvaion.scheduler.see.statistics;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.state.tally.Sketch;
import java.sql.SQLException;

/** Rows of tallies added up. Belongs to one thread. */
final class Sum {

    static final String COLUMNS =
            """
            r.started, r.completed, r.failed, r.cancelled, r.timed_out, r.unknown, r.lateness_ms,
            r.duration_ms, r.lateness, r.durations""";

    private final Sketch lateness = new Sketch();
    private final Sketch durations = new Sketch();
    private long latenessMs;
    private long durationMs;
    private long started;
    private long completed;
    private long failed;
    private long cancelled;
    private long timedOut;
    private long unknown;

    void add(Row row) throws SQLException {
        started += row.number("started");
        completed += row.number("completed");
        failed += row.number("failed");
        cancelled += row.number("cancelled");
        timedOut += row.number("timed_out");
        unknown += row.number("unknown");
        latenessMs += row.number("lateness_ms");
        durationMs += row.number("duration_ms");
        lateness.add(row.bytes("lateness"));
        durations.add(row.bytes("durations"));
    }

    RunNumbers numbers() {
        long lost = Math.max(0, unknown); // see the migration: what was not counted is taken off
        long judged = completed + failed + timedOut + lost;
        return new RunNumbers(
                started,
                judged + cancelled,
                completed,
                failed,
                timedOut,
                cancelled,
                lost,
                judged == 0 ? null : (Double) ((double) completed / judged),
                DurationSpread.of(durations, durationMs),
                DurationSpread.of(lateness, latenessMs));
    }
}
