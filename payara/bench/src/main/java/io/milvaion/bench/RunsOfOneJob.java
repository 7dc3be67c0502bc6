package io.milvaion.bench;

import static io.milvaion.launcher.rest.NewJob.aJob;

import io.milvaion.contract.RedisKeys;
import io.milvaion.launcher.rest.Api;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import redis.clients.jedis.RedisClient;

/**
 * One job of policy Parallel, and thousands of its runs that fall due at the same instant. Neither
 * cron, which has whole seconds, nor triggers, which are a request each, would load a worker that
 * does thousands a second. So the runs are entered into PostgreSQL and Redis in the form of retries
 * that wait for their time; from there on the dispatcher takes and publishes them as any run.
 */
final class RunsOfOneJob {

    private static final int CHUNK = 5_000;

    private final Connection database;
    private final RedisClient redis;
    private final RedisKeys keys;
    private final UUID job;
    private final String jobType;

    private RunsOfOneJob(
            Connection database, RedisClient redis, RedisKeys keys, UUID job, String jobType) {
        this.database = database;
        this.redis = redis;
        this.keys = keys;
        this.job = job;
        this.jobType = jobType;
    }

    /** Creates the job; its own plan is a run a day later. */
    static RunsOfOneJob create(
            Connection database, RedisClient redis, RedisKeys keys, Api api, String jobType)
            throws IOException, InterruptedException {
        var id =
                api.createJob(
                        aJob(jobType)
                                .named("bench")
                                .once(Instant.now().plus(1, ChronoUnit.DAYS))
                                .with("concurrentExecutionPolicy", 2));
        return new RunsOfOneJob(database, redis, keys, id, jobType);
    }

    /**
     * Enters so many runs that are due at an instant, which should lie some seconds ahead.
     *
     * @param due whole milliseconds; the ids of the runs begin with it
     */
    void plan(Instant due, int runs) throws SQLException {
        for (int left = runs; left > 0; left -= CHUNK) {
            enter(due, ids(due, Math.min(left, CHUNK)));
        }
        redis.publish(keys.wakeupChannel(), "");
    }

    /** UUIDs of version 7, as the scheduler makes them. */
    private static List<UUID> ids(Instant due, int count) {
        var random = ThreadLocalRandom.current();
        var ids = new ArrayList<UUID>(count);
        for (int i = 0; i < count; i++) {
            ids.add(
                    new UUID(
                            due.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                            Long.MIN_VALUE | random.nextLong() >>> 2));
        }
        return ids;
    }

    private void enter(Instant due, List<UUID> ids) throws SQLException {
        try (var statement =
                database.prepareStatement(
                        """
                        insert into occurrences (id, job_id, job_version, job_type, planned_at,
                                                 available_at, state, stage)
                        select g.id, ?, 1, ?, ?, ?, 0, 2 from unnest(?::uuid[]) as g (id)""")) {
            var at = due.atOffset(ZoneOffset.UTC);
            statement.setObject(1, job);
            statement.setString(2, jobType);
            statement.setObject(3, at);
            statement.setObject(4, at);
            statement.setArray(5, database.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
        double now = System.currentTimeMillis();
        try (var pipeline = redis.pipelined()) {
            for (UUID id : ids) {
                pipeline.zadd(keys.ready(), (double) due.toEpochMilli(), id + ":1");
                pipeline.zadd(keys.open(), now, id.toString());
            }
            pipeline.sync();
        }
    }
}
