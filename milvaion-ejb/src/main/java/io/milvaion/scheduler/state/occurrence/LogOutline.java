package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long the log of an occurrence is, so that a part of it can be read from anywhere.
 *
 * @param attempts in order; 0 is the scheduler
 */
public record LogOutline(List<OfAttempt> attempts) {

    /**
     * @param lines how many there are; fewer than up to the last one if some were lost
     * @param lastLine the greatest number of a line
     * @param firstError the number of the first line of level error
     */
    public record OfAttempt(
            int attempt,
            long lines,
            int lastLine,
            @Nullable Integer firstError,
            long errors,
            long warnings) {

        static OfAttempt of(Row row) throws SQLException {
            return new OfAttempt(
                    row.integer("attempt"),
                    row.number("lines"),
                    row.integer("last_line"),
                    row.integer("first_error"),
                    row.number("errors"),
                    row.number("warnings"));
        }
    }

    static LogOutline read(Connection connection, UUID occurrenceId) throws SQLException {
        return new LogOutline(
                Sql.of(
                                """
                                select attempt, count(*) as lines, max(seq) as last_line,
                                       min(seq) filter (where level = 'ERROR') as first_error,
                                       count(*) filter (where level = 'ERROR') as errors,
                                       count(*) filter (where level = 'WARN') as warnings
                                  from occurrence_logs where occurrence_id = :id
                                 group by attempt order by attempt""")
                        .with("id", occurrenceId)
                        .list(connection, OfAttempt::of));
    }
}
