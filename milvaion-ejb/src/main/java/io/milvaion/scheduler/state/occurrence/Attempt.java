package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try at an occurrence.
 *
 * @param endedAt null while it runs
 * @param durationMs measured by the worker; null while it runs and of an attempt that was lost
 */
public record Attempt(
        int attempt,
        OccurrenceState state,
        @Nullable String workerInstance,
        @Nullable Instant publishedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long durationMs,
        @Nullable String error,
        @Nullable String errorType)
        implements InState {

    /** The same with another text for its error. */
    public Attempt withError(String text) {
        return new Attempt(
                attempt,
                state,
                workerInstance,
                publishedAt,
                startedAt,
                endedAt,
                durationMs,
                text,
                errorType);
    }

    static Attempt of(Row row) throws SQLException {
        return new Attempt(
                row.integer("attempt"),
                OccurrenceState.of(row.integer("state")),
                row.text("worker_instance"),
                row.instant("published_at"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.number("duration_ms"),
                row.text("error"),
                row.text("error_type"));
    }

    /** The attempt that is told about in the row of its occurrence alone. */
    static Attempt latestOf(Occurrence occurrence, String error) {
        return new Attempt(
                occurrence.attempt(),
                occurrence.state(),
                occurrence.workerInstance(),
                occurrence.publishedAt(),
                occurrence.startedAt(),
                occurrence.endedAt(),
                occurrence.durationMs(),
                error,
                null);
    }
}
