package io.milvaion.scheduler.run.trigger;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
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
        return Sql.of(
                        """
                        select request_hash, occurrence_id from idempotency_keys
                         where job_id = :jobId and key = :key""")
                .with("jobId", request.jobId())
                .with("key", request.idempotencyKey())
                .one(
                        connection,
                        row -> {
                            if (!Arrays.equals(row.bytes("request_hash"), request.hash())) {
                                throw new KeyUsedBefore(request.idempotencyKey());
                            }
                            return Optional.of(row.uuid("occurrence_id"));
                        });
    }

    /** Inserts the key, or takes over one that is older than a day. */
    private static boolean insert(Connection connection, TriggerRequest request, UUID occurrenceId)
            throws SQLException {
        return Sql.of(
                                """
                                insert into idempotency_keys (job_id, key, request_hash, occurrence_id)
                                values (:jobId, :key, :hash, :occurrenceId)
                                    on conflict (job_id, key)
                                    do update set request_hash = excluded.request_hash,
                                                  occurrence_id = excluded.occurrence_id,
                                                  created_at = now()
                                     where idempotency_keys.created_at < now() - interval '24 hours'""")
                        .with("jobId", request.jobId())
                        .with("key", request.idempotencyKey())
                        .with("hash", request.hash())
                        .with("occurrenceId", occurrenceId)
                        .update(connection)
                == 1;
    }
}
