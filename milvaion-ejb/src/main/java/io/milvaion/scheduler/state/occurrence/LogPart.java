package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A part of the log of an occurrence.
 *
 * @param last whether nothing follows
 */
public record LogPart(List<LogLine> lines, boolean last) {

    /** A line of 64 KiB may begin before so many bytes and end after them. */
    static final int BYTES = 1 << 20;

    /** The same with the messages as somebody may see them. */
    public LogPart told(UnaryOperator<String> shown) {
        return new LogPart(
                lines.stream().map(is -> is.withMessage(shown.apply(is.message()))).toList(), last);
    }

    /**
     * Reads lines after one, so many at most, and fewer if they are long, but one if there is any.
     */
    static LogPart read(
            Connection connection, UUID occurrenceId, int afterAttempt, int afterSeq, int limit)
            throws SQLException {
        var lines = new ArrayList<LogLine>();
        var found = new int[1];
        Sql.of(
                        """
                        select attempt, seq, at, level, message, found
                          from (select l.*, count(*) over ()::int as found,
                                       sum(octet_length(message)) over (order by attempt, seq)
                                         - octet_length(message) as before
                                  from (select * from occurrence_logs
                                         where occurrence_id = :id
                                           and (attempt, seq) > (:attempt, :seq)
                                         order by attempt, seq limit :limit) l) l
                         where before < :bytes
                         order by attempt, seq""")
                .with("id", occurrenceId)
                .with("attempt", afterAttempt)
                .with("seq", afterSeq)
                .with("limit", limit)
                .with("bytes", BYTES)
                .forEach(
                        connection,
                        row -> {
                            lines.add(LogLine.of(row));
                            found[0] = row.integer("found");
                        });
        return new LogPart(lines, found[0] < limit && lines.size() == found[0]);
    }
}
