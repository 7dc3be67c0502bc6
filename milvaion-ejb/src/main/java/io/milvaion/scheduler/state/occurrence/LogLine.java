package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A line in the log of an occurrence.
 *
 * @param attempt 0 for decisions of the scheduler
 * @param seq from 1 within the attempt
 */
public record LogLine(int attempt, int seq, Instant at, LogLevel level, String message) {

    /** The same with another message. */
    public LogLine withMessage(String text) {
        return new LogLine(attempt, seq, at, level, text);
    }

    static LogLine of(Row row) throws SQLException {
        return new LogLine(
                row.integer("attempt"),
                row.integer("seq"),
                row.instant("at"),
                LogLevel.valueOf(row.text("level")),
                row.text("message"));
    }
}
