package io.milvaion.scheduler.run.verify;

import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which runs wait for a worker. */
final class WaitingRuns {

    private static final String WAITING =
            """
            select u.id, u.attempt
              from unnest(?::uuid[], ?::int[]) as u (id, attempt)
              join occurrences o on o.id = u.id and o.attempt = u.attempt
             where o.id = any (?) and o.id between ? and ?
               and o.%s and o.%s"""
                    .formatted(States.QUEUED, States.READY);

    private WaitingRuns() {}

    /** Those questions whose run is queued and READY with exactly this attempt; one statement. */
    static Set<Question> among(Connection connection, Collection<Question> questions)
            throws SQLException {
        var waiting = new HashSet<Question>();
        new Columns<>(WAITING, questions)
                .uuids(Question::occurrenceId)
                .ints(Question::attempt)
                .ids(Question::occurrenceId)
                .forEach(
                        connection,
                        row -> waiting.add(new Question(row.uuid("id"), row.integer("attempt"))));
        return waiting;
    }
}
