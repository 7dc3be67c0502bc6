package io.milvaion.bench.raw;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.RedisKeys;
import io.milvaion.scheduler.run.tracking.TrackingSql;
import io.milvaion.scheduler.state.ending.RunCounters;
import io.milvaion.scheduler.state.tally.UntalliedRuns;
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
import java.util.stream.Stream;
import org.postgresql.PGStatement;
import redis.clients.jedis.RedisClient;

/** From reports to rows that say Completed. For one thread. */
final class TrackStage implements AutoCloseable {

    private static final int MESSAGES = 500;
    private static final int REPORTS = 1_000;
    private static final int NOBODY_WAITS_MILLIS = 5;

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
        read(TrackingSql.GATED_JOBS, ids);
        read(TrackingSql.LOCK, ids);
        update(ids);
        note(ids);
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
        try (var statement = database.prepareStatement(TrackingSql.UPDATE)) {
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
            array(statement, 15, "int4", count, null);
            array(statement, 16, "int4", count, null);
            statement.setArray(17, database.createArrayOf("uuid", ids.toArray()));
            int updated = readAll(statement);
            if (updated != count) {
                throw new IllegalStateException("updated " + updated + " of " + count);
            }
        }
    }

    /** Each run has started and ended; nobody adds it up. */
    private void note(List<UUID> ids) throws SQLException {
        int count = 2 * ids.size();
        try (var statement = database.prepareStatement(UntalliedRuns.INSERT)) {
            statement.setArray(
                    1,
                    database.createArrayOf(
                            "uuid", Stream.concat(ids.stream(), ids.stream()).toArray()));
            array(statement, 2, "text", count, "bench");
            array(statement, 3, "int4", count, 2);
            array(statement, 4, "int8", count, System.currentTimeMillis());
            array(statement, 5, "int8", count, 0L);
            array(statement, 6, "int4", count, 1);
            statement.executeUpdate();
        }
    }

    private void count(int ended) throws SQLException {
        long hour = System.currentTimeMillis() / 3_600_000 * 3_600_000;
        try (var statement = database.prepareStatement(RunCounters.COUNT)) {
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
