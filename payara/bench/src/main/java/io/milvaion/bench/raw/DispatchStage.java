package io.milvaion.bench.raw;

import io.milvaion.contract.RedisKeys;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    private static final String READ =
            """
            select s.job_id, s.definition_version, s.next_run_at, s.gated,
                   j.display_name, j.job_type, j.worker_group, j.timeout_seconds,
                   j.cron_expression, j.execute_at, j.time_zone, j.dst_gap,
                   j.dst_overlap, j.misfire_policy,
                   case when sum(octet_length(j.job_data)) over (order by s.job_id)
                             - octet_length(j.job_data) < ?
                        then j.job_data end
              from job_schedule s join jobs j on j.id = s.job_id
             where s.job_id = any (?) and s.next_run_at is not null
               and j.active and j.deleted_at is null""";

    private static final String OPEN =
            """
            with due as (
                select * from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::timestamptz[],
                                     ?::uuid[], ?::timestamptz[], ?::int[], ?::text[],
                                     ?::text[])
                    as d (job_id, version, planned, next, id, run_at, stage, job_type,
                          worker_group)),
            advanced as (
                update job_schedule s
                   set next_run_at = d.next, last_planned_at = coalesce(d.run_at, d.planned)
                  from due d
                 where s.job_id = d.job_id and s.definition_version = d.version
                   and s.next_run_at = d.planned
                   and (select term from leader_terms) = ?
                   and not exists (select from dispatch_stops where resumed_at is null)
                returning s.job_id),
            inserted as (
                insert into occurrences (id, job_id, job_version, job_type, worker_group,
                                         planned_at, state, stage)
                select d.id, d.job_id, d.version, d.job_type, d.worker_group, d.run_at, 0,
                       d.stage
                  from due d join advanced a on a.job_id = d.job_id
                 where d.id is not null
                    on conflict do nothing
                returning id)
            select job_id, null from advanced union all select null, id from inserted""";

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
        try (var statement = database.prepareStatement(READ)) {
            statement.setLong(1, 8L << 20);
            statement.setArray(2, database.createArrayOf("uuid", jobs.toArray()));
            var runs = new ArrayList<RawRun>(jobs.size());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var planned = row.getObject(3, OffsetDateTime.class).toInstant();
                    runs.add(new RawRun(nextId(planned), row.getObject(1, UUID.class), planned));
                }
            }
            database.commit();
            return runs;
        }
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
        try (var statement = database.prepareStatement(OPEN)) {
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
