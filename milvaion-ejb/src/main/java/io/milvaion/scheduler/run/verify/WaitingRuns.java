package io.milvaion.scheduler.run.verify;

import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which runs wait for a worker, and which there are. */
final class WaitingRuns {

    private static final String WAITING =
            """
            select u.id, u.attempt, o.attempt = u.attempt and o.%s and o.%s as waiting
              from unnest(?::uuid[], ?::int[]) as u (id, attempt)
              join occurrences o on o.id = u.id
             where o.id = any (?) and o.id between ? and ?"""
                    .formatted(States.QUEUED, States.READY);

    /**
     * What one statement tells.
     *
     * @param waiting questions whose run is queued and READY with exactly this attempt
     * @param known questions about runs that exist
     */
    record Found(Set<Question> waiting, Set<Question> known) {}

    private WaitingRuns() {}

    static Found among(Connection connection, Collection<Question> questions) throws SQLException {
        var found = new Found(new HashSet<>(), new HashSet<>());
        new Columns<>(WAITING, questions)
                .uuids(Question::occurrenceId)
                .ints(Question::attempt)
                .ids(Question::occurrenceId)
                .forEach(
                        connection,
                        row -> {
                            var question = new Question(row.uuid("id"), row.integer("attempt"));
                            found.known().add(question);
                            if (row.flag("waiting")) {
                                found.waiting().add(question);
                            }
                        });
        return found;
    }
}
