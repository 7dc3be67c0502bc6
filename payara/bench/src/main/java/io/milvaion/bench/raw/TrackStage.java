package io.milvaion.bench.raw;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.RedisKeys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGStatement;
import redis.clients.jedis.RedisClient;

/** From reports to rows that say Completed. For one thread. */
final class TrackStage implements AutoCloseable {

    private static final int MESSAGES = 500;
    private static final int REPORTS = 1_000;
    private static final int NOBODY_WAITS_MILLIS = 5;

    private static final String GATED =
            """
            select distinct o.job_id
              from occurrences o join job_schedule s on s.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ? and s.gated""";

    private static final String LOCK =
            """
            select o.id, o.job_id, j.display_name, o.job_type, o.planned_at, o.ended_at,
                   o.state, o.stage, o.attempt, o.progress,
                   j.max_retries, j.retry_base_seconds, j.on_worker_lost = 'retry',
                   o.cancel_requested_at is not null or j.deleted_at is not null,
                   j.active and j.deleted_at is null, j.auto_disable_after,
                   j.auto_disable_window_seconds, coalesce(f.failures, 0)
              from occurrences o join jobs j on j.id = o.job_id
                   left join job_failures f on f.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ?
             order by o.id
               for no key update of o""";

    private static final String UPDATE =
            """
            update occurrences o
               set state = u.state, stage = u.stage, attempt = u.attempt,
                   published_at = coalesce(to_timestamp(u.published / 1000.0), o.published_at),
                   started_at = case when u.state > 0
                       then coalesce(to_timestamp(u.started / 1000.0), o.started_at) end,
                   ended_at = case when u.state > 1
                       then coalesce(to_timestamp(u.ended / 1000.0), now()) end,
                   available_at = now() + u.delay * interval '1 millisecond',
                   duration_ms = u.duration,
                   progress = case when u.state > 0 then coalesce(u.progress, o.progress) end,
                   progress_text = case when u.state > 0
                       then coalesce(u.progress_text, o.progress_text) end,
                   worker_instance = coalesce(u.instance, o.worker_instance),
                   result = u.result,
                   error = case when u.state = 1 then o.error else u.error end
              from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[],
                          ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[],
                          ?::text[], ?::text[], ?::text[])
                   as u (id, state, stage, attempt, published, started,
                         ended, delay, duration, progress, progress_text,
                         instance, result, error)
             where o.id = u.id and o.id = any (?)
            returning o.id, o.ended_at,
                      coalesce((select s.gated from job_schedule s
                                 where s.job_id = o.job_id), false)""";

    private static final String COUNT =
            """
            insert into run_counters as c (hour, state, count)
            select to_timestamp(u.hour / 1000.0), u.state, u.count
              from unnest(?::bigint[], ?::int[], ?::int[]) as u (hour, state, count)
             order by 1, 2
                on conflict (hour, state) do update
               set count = c.count + excluded.count""";

    private final BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
    private final Connection database;
    private final Channel channel;
    private final RedisClient redis;
    private final RedisKeys keys;

    TrackStage(
            String databaseUrl,
            com.rabbitmq.client.Connection broker,
            RedisClient redis,
            RedisKeys keys)
            throws IOException, SQLException {
        this.database = DriverManager.getConnection(databaseUrl);
        this.database.setAutoCommit(false);
        this.channel = broker.createChannel();
        this.redis = redis;
        this.keys = keys;
        channel.basicQos(2 * MESSAGES);
        channel.basicConsume(
                Queues.STATUS, false, (tag, delivery) -> arrived.add(delivery), tag -> {});
    }

    /**
     * Records what has come, if something comes soon.
     *
     * @return how many runs are committed
     */
    int pass() throws IOException, InterruptedException, SQLException {
        var first = arrived.poll(NOBODY_WAITS_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        var deliveries = new ArrayList<>(List.of(first));
        arrived.drainTo(deliveries, MESSAGES - 1);
        var ids = new ArrayList<UUID>();
        deliveries.forEach(delivery -> ids.addAll(Wire.ids(delivery.getBody())));
        for (int from = 0; from < ids.size(); from += REPORTS) {
            record(ids.subList(from, Math.min(ids.size(), from + REPORTS)));
        }
        channel.basicAck(
                deliveries.get(deliveries.size() - 1).getEnvelope().getDeliveryTag(), true);
        return ids.size();
    }

    /** Records a portion in one transaction. */
    void record(List<UUID> reported) throws SQLException {
        var ids = reported.stream().sorted().toList(); // all have the same sign
        read(GATED, ids);
        read(LOCK, ids);
        update(ids);
        count(ids.size());
        database.commit();
        redis.zrem(keys.open(), ids.stream().map(UUID::toString).toArray(String[]::new));
    }

    private void read(String query, List<UUID> ids) throws SQLException {
        try (var statement = database.prepareStatement(query)) {
            statement.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            range(statement, 2, ids);
            readAll(statement);
        }
    }

    private void update(List<UUID> ids) throws SQLException {
        int count = ids.size();
        long now = System.currentTimeMillis();
        try (var statement = database.prepareStatement(UPDATE)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            array(statement, 2, "int4", count, 2);
            array(statement, 3, "int4", count, null);
            array(statement, 4, "int4", count, 1);
            array(statement, 5, "int8", count, now);
            array(statement, 6, "int8", count, now);
            array(statement, 7, "int8", count, now);
            array(statement, 8, "int8", count, null);
            array(statement, 9, "int8", count, 0L);
            array(statement, 10, "int4", count, null);
            array(statement, 11, "text", count, null);
            array(statement, 12, "text", count, "bench");
            array(statement, 13, "text", count, null);
            array(statement, 14, "text", count, null);
            statement.setArray(15, database.createArrayOf("uuid", ids.toArray()));
            int updated = readAll(statement);
            if (updated != count) {
                throw new IllegalStateException("updated " + updated + " of " + count);
            }
        }
    }

    private void count(int ended) throws SQLException {
        long hour = System.currentTimeMillis() / 3_600_000 * 3_600_000;
        try (var statement = database.prepareStatement(COUNT)) {
            array(statement, 1, "int8", 1, hour);
            array(statement, 2, "int4", 1, 2);
            array(statement, 3, "int4", 1, ended);
            statement.executeUpdate();
        }
    }

    private void array(PreparedStatement statement, int index, String type, int count, Object value)
            throws SQLException {
        statement.setArray(
                index, database.createArrayOf(type, Collections.nCopies(count, value).toArray()));
    }

    private static void range(PreparedStatement statement, int index, List<UUID> sorted)
            throws SQLException {
        statement.setObject(index, sorted.get(0));
        statement.setObject(index + 1, sorted.get(sorted.size() - 1));
    }

    private static int readAll(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                row.getObject(1, UUID.class);
                rows++;
            }
        }
        return rows;
    }

    @Override
    public void close() throws IOException, SQLException {
        channel.abort();
        database.close();
    }
}
