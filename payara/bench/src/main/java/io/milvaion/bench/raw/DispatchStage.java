package io.milvaion.bench.raw;

import io.milvaion.contract.RedisKeys;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.run.dispatch.DispatchSql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import redis.clients.jedis.RedisClient;

/** From due in Redis to committed in PostgreSQL. For one thread. */
final class DispatchStage implements AutoCloseable {

    private static final int BATCH = 500;
    private static final String LEASE_MILLIS = "30000";
    private static final String REGISTERED_MILLIS = "15000";

    private final Connection database;
    private final RedisClient redis;
    private final RedisKeys keys;
    private final String pop;
    private final String register;
    private final long term;
    private long sequence;

    DispatchStage(String databaseUrl, RedisClient redis, RedisKeys keys) throws SQLException {
        this.database = DriverManager.getConnection(databaseUrl);
        this.database.setAutoCommit(false);
        this.redis = redis;
        this.keys = keys;
        this.pop = Script.POP.load(redis);
        this.register = Script.REGISTER.load(redis);
        this.term = term();
    }

    /**
     * Takes what is due, one batch at most, and opens it.
     *
     * @return without runs if nothing is due
     */
    RawBatch next() throws SQLException {
        var answer =
                (List<?>)
                        redis.evalsha(
                                pop,
                                List.of(keys.schedule(), keys.ready(), keys.dispatching()),
                                List.of(
                                        Integer.toString(BATCH),
                                        Integer.toString(BATCH / 2),
                                        LEASE_MILLIS,
                                        "0",
                                        Long.toString(Long.MAX_VALUE)));
        var jobs = answer.subList(3, answer.size()).stream().map(id -> uuid(id)).toList();
        var runs = jobs.isEmpty() ? List.<RawRun>of() : read(jobs);
        if (!runs.isEmpty()) {
            open(runs);
            register(runs);
        }
        database.commit();
        return new RawBatch((String) answer.get(1), runs);
    }

    private List<RawRun> read(List<UUID> jobs) throws SQLException {
        var runs =
                Sql.of(DispatchSql.DUE_JOBS)
                        .with("dataBytes", 8L << 20)
                        .uuids("ids", jobs)
                        .list(database, row -> run(row.uuid("job_id"), row.instant("next_run_at")));
        database.commit();
        return runs;
    }

    private RawRun run(UUID job, Instant planned) {
        return new RawRun(nextId(planned), job, planned);
    }

    /** In the order of time, as real ids, and as cheap to make as can be. */
    private UUID nextId(Instant planned) {
        sequence++;
        return new UUID(
                planned.toEpochMilli() << 16 | 0x7000L | (sequence & 0xfff),
                Long.MIN_VALUE | (sequence * 0x9e3779b97f4a7c15L) >>> 2);
    }

    private void open(List<RawRun> runs) throws SQLException {
        int count = runs.size();
        var planned = runs.stream().map(run -> run.plannedAt().toString()).toArray();
        var jobs = runs.stream().map(RawRun::jobId).toArray();
        var none = new Object[count];
        try (var statement = database.prepareStatement(DispatchSql.ADVANCE_AND_INSERT)) {
            statement.setArray(1, database.createArrayOf("uuid", jobs));
            statement.setArray(2, database.createArrayOf("int4", all(count, 1)));
            statement.setArray(3, database.createArrayOf("timestamptz", planned));
            statement.setArray(4, database.createArrayOf("timestamptz", none));
            statement.setArray(
                    5, database.createArrayOf("uuid", runs.stream().map(RawRun::id).toArray()));
            statement.setArray(6, database.createArrayOf("timestamptz", planned));
            statement.setArray(7, database.createArrayOf("int4", all(count, 0)));
            statement.setArray(8, database.createArrayOf("text", all(count, "noop")));
            statement.setArray(9, database.createArrayOf("text", none));
            statement.setLong(10, term);
            int opened = 0;
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    opened += row.getObject(2, UUID.class) == null ? 0 : 1;
                }
            }
            if (opened != count) {
                throw new IllegalStateException("opened " + opened + " of " + count);
            }
        }
    }

    private void register(List<RawRun> runs) {
        var arguments = new ArrayList<String>(1 + 3 * runs.size());
        arguments.add(REGISTERED_MILLIS);
        for (var run : runs) {
            arguments.add(run.id().toString());
            arguments.add("1");
            arguments.add(Long.toString(run.plannedAt().toEpochMilli()));
        }
        redis.evalsha(register, List.of(keys.ready(), keys.open()), arguments);
    }

    private long term() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select term from leader_terms")) {
            row.next();
            return row.getLong(1);
        } finally {
            database.commit();
        }
    }

    private static Object[] all(int count, Object value) {
        return Collections.nCopies(count, value).toArray();
    }

    private static UUID uuid(Object member) {
        return UUID.fromString((String) member);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
