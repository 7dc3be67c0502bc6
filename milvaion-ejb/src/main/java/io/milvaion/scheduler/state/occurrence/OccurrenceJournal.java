package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * The scheduler's own lines in the logs of occurrences, as attempt 0: what it decided and why.
 * Written in the transaction of the decision.
 */
public final class OccurrenceJournal {

    /**
     * @param level one of TRACE, DEBUG, INFO, WARN, ERROR
     */
    public record Line(UUID occurrenceId, String level, String message) {

        public static Line warn(UUID occurrenceId, String message) {
            return new Line(occurrenceId, "WARN", message);
        }

        public static Line cancelled(UUID occurrenceId, String reason) {
            return info(occurrenceId, "Cancelled: " + reason);
        }

        public static Line held(UUID occurrenceId, UUID openId, int held) {
            return info(
                    occurrenceId,
                    "Held: "
                            + (openId == null
                                    ? "as many runs of its job are open as may be"
                                    : "run " + openId + " is open")
                            + ", "
                            + (held - 1)
                            + " wait before it");
        }

        public static Line released(UUID occurrenceId) {
            return info(occurrenceId, "Released: the run before it has ended");
        }

        public static Line info(UUID occurrenceId, String message) {
            return new Line(occurrenceId, "INFO", message);
        }
    }

    private OccurrenceJournal() {}

    /**
     * Adds lines after those that are there. Call it with the occurrences locked: of two that are
     * written at once one would be dropped.
     */
    public static void write(Connection connection, Collection<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        insert into occurrence_logs (occurrence_id, attempt, seq, at, level, message)
                        select u.id, 0,
                               row_number() over (partition by u.id order by u.position)
                                 + coalesce((select max(l.seq) from occurrence_logs l
                                              where l.occurrence_id = u.id and l.attempt = 0), 0),
                               clock_timestamp(), u.level, u.message
                          from unnest(?::uuid[], ?::text[], ?::text[])
                               with ordinality as u (id, level, message, position)
                            on conflict do nothing""",
                        lines)
                .uuids(Line::occurrenceId)
                .texts(Line::level)
                .texts(Line::message)
                .update(connection);
    }
}
