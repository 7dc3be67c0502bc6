package io.milvaion.scheduler.run.trigger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What was answered to triggers with a key, for 24 hours; within the caller's transaction. */
final class IdempotencyKeys {

    private IdempotencyKeys() {}

    /**
     * Takes the key for a new run. Whoever sends the same key in this moment waits for the commit.
     *
     * @return the occurrence of the first request with this key, if this is a repetition
     * @throws KeyUsedBefore if the first request was another one
     */
    static Optional<UUID> take(Connection connection, TriggerRequest request, UUID occurrenceId)
            throws SQLException {
        if (insert(connection, request, occurrenceId)) {
            return Optional.empty();
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select request_hash, occurrence_id from idempotency_keys
                         where job_id = ? and key = ?""")) {
            statement.setObject(1, request.jobId());
            statement.setString(2, request.idempotencyKey());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!Arrays.equals(row.getBytes(1), request.hash())) {
                    throw new KeyUsedBefore(request.idempotencyKey());
                }
                return Optional.of(row.getObject(2, UUID.class));
            }
        }
    }

    /** Inserts the key, or takes over one that is older than a day. */
    private static boolean insert(Connection connection, TriggerRequest request, UUID occurrenceId)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into idempotency_keys (job_id, key, request_hash, occurrence_id)
                        values (?, ?, ?, ?)
                            on conflict (job_id, key)
                            do update set request_hash = excluded.request_hash,
                                          occurrence_id = excluded.occurrence_id,
                                          created_at = now()
                             where idempotency_keys.created_at < now() - interval '24 hours'""")) {
            statement.setObject(1, request.jobId());
            statement.setString(2, request.idempotencyKey());
            statement.setBytes(3, request.hash());
            statement.setObject(4, occurrenceId);
            return statement.executeUpdate() == 1;
        }
    }
}
