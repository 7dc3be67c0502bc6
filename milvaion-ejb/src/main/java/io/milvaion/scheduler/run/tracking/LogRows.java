package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.LogMessage.Line;
import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Statements on {@code occurrence_logs}. */
final class LogRows {

    private LogRows() {}

    /** Adds lines; one that is there already stays as it is. */
    static int insert(Connection connection, List<Line> lines) throws SQLException {
        return new Columns<>(
                        """
                        insert into occurrence_logs (occurrence_id, attempt, seq, at, level, message)
                        select u.id, u.attempt, u.seq, to_timestamp(u.at / 1000.0), u.level, u.message
                          from unnest(?::uuid[], ?::int[], ?::int[], ?::bigint[], ?::text[], ?::text[])
                               as u (id, attempt, seq, at, level, message)
                         order by u.id, u.attempt, u.seq
                            on conflict do nothing""",
                        lines)
                .uuids(Line::occurrenceId)
                .ints(Line::attempt)
                .ints(Line::seq)
                .instants(Line::at)
                .texts(Line::level)
                .texts(Line::message)
                .update(connection);
    }
}
