package io.milvaion.scheduler.run.verify;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Which runs wait for a worker. */
final class WaitingRuns {

    private WaitingRuns() {}

    /** Those questions whose run is queued and READY with exactly this attempt; one statement. */
    static Set<Question> among(Connection connection, Collection<Question> questions)
            throws SQLException {
        var waiting = new HashSet<Question>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select u.id, u.attempt
                          from unnest(?::uuid[], ?::int[]) as u (id, attempt)
                          join occurrences o on o.id = u.id and o.attempt = u.attempt
                         where o.id = any (?) and o.id between ? and ?
                           and o.state = ? and o.stage = ?""")) {
            new Columns<>(connection, statement, questions)
                    .uuids(Question::occurrenceId)
                    .ints(Question::attempt)
                    .ids(Question::occurrenceId)
                    .value(OccurrenceState.QUEUED.code())
                    .value(Stage.READY.code());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(new Question(row.getObject(1, UUID.class), row.getInt(2)));
                }
            }
        }
        return waiting;
    }
}
