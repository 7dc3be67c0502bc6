package io.milvaion.scheduler.run.worker;

import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.persistence.Columns;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Statements on {@code workers}. Times of being seen are PostgreSQL's, not the worker's. */
final class WorkerRows {

    private WorkerRows() {}

    /** Nobody takes the name of an instance of another group while it is heard. */
    private static final String SAME_GROUP =
            " where w.worker_group is not distinct from excluded.worker_group"
                    + " or w.last_seen_at < now() - interval '30 seconds'";

    /** Enters worker instances, or what they say anew about themselves; each instance once. */
    static void register(Connection connection, Collection<RegistrationMessage> messages)
            throws SQLException {
        new Columns<>(
                        """
                        insert into workers as w
                               (instance_id, worker_group, host, version, max_parallel_jobs, consumers,
                                started_at, last_seen_at)
                        select u.id, u.worker_group, u.host, u.version, u.parallel, u.consumers::jsonb,
                               coalesce(to_timestamp(u.started / 1000.0), now()), now()
                          from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
                                      ?::bigint[])
                               as u (id, worker_group, host, version, parallel, consumers, started)
                         order by u.id
                            on conflict (instance_id) do update
                           set worker_group = excluded.worker_group, host = excluded.host,
                               version = excluded.version, consumers = excluded.consumers,
                               max_parallel_jobs = excluded.max_parallel_jobs,
                               started_at = excluded.started_at, stopping = false,
                               last_seen_at = excluded.last_seen_at"""
                                + SAME_GROUP,
                        messages)
                .texts(RegistrationMessage::instanceId)
                .texts(RegistrationMessage::workerGroup)
                .texts(RegistrationMessage::host)
                .texts(RegistrationMessage::version)
                .ints(RegistrationMessage::maxParallelJobs)
                .texts(WorkerRows::consumers)
                .instants(RegistrationMessage::startedAt)
                .update(connection);
    }

    /** Notes that instances are alive. One that is not registered is entered with what is known. */
    static void seen(Connection connection, Collection<HeartbeatMessage> messages)
            throws SQLException {
        new Columns<>(
                        """
                        insert into workers as w
                               (instance_id, worker_group, max_parallel_jobs, running_jobs,
                                abandoned_jobs, refusing, stopping, draining, lag_ms, consumers,
                                started_at, last_seen_at)
                        select u.id, u.worker_group, 0, u.running, u.abandoned, u.refusing,
                               u.stopping = 1, u.draining = 1,
                               least(greatest(extract(epoch from now()) * 1000 - u.sent, 0),
                                     2147483647)::int,
                               '[]', now(), now()
                          from unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[],
                                      ?::int[], ?::bigint[])
                               as u (id, worker_group, running, abandoned, refusing, stopping, draining,
                                     sent)
                         order by u.id
                            on conflict (instance_id) do update
                           set running_jobs = excluded.running_jobs,
                               abandoned_jobs = excluded.abandoned_jobs,
                               refusing = excluded.refusing, stopping = excluded.stopping,
                               draining = excluded.draining, lag_ms = excluded.lag_ms,
                               last_seen_at = excluded.last_seen_at"""
                                + SAME_GROUP,
                        messages)
                .texts(HeartbeatMessage::instanceId)
                .texts(HeartbeatMessage::workerGroup)
                .ints(HeartbeatMessage::runningJobs)
                .ints(m -> m.abandonedJobs() == null ? 0 : m.abandonedJobs())
                .texts(HeartbeatMessage::refusing)
                .ints(m -> m.stopping() ? 1 : 0)
                .ints(m -> m.draining() == null ? null : m.draining() ? 1 : 0)
                .instants(HeartbeatMessage::at)
                .update(connection);
    }

    private static String consumers(RegistrationMessage message) {
        return new String(WireJson.write(message.consumers()), StandardCharsets.UTF_8);
    }
}
