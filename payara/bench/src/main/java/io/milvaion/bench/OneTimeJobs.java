package io.milvaion.bench;

import io.milvaion.contract.RedisKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import redis.clients.jedis.RedisClient;

/**
 * Many jobs that do nothing, each due once, entered into PostgreSQL and Redis as the scheduler
 * would: creating thousands over REST takes longer than what is measured.
 */
public final class OneTimeJobs {

    /** What all of them are called. */
    static final String NAME = "bench";

    private static final int CHUNK = 5_000;

    private final Connection database;
    private final RedisClient redis;
    private final RedisKeys keys;

    public OneTimeJobs(Connection database, RedisClient redis, RedisKeys keys) {
        this.database = database;
        this.redis = redis;
        this.keys = keys;
    }

    /** Enters one job for each instant; the first should lie some seconds ahead. */
    public void plan(List<Instant> due) throws SQLException {
        for (int from = 0; from < due.size(); from += CHUNK) {
            enter(due.subList(from, Math.min(due.size(), from + CHUNK)));
        }
        redis.publish(keys.wakeupChannel(), "");
    }

    /** Deletes all that are not about to run, and what the deletion leaves for autovacuum to do. */
    void remove() throws SQLException {
        try (var statement = database.createStatement()) {
            var planned = new ArrayList<String>();
            try (var row =
                    statement.executeQuery(
                            """
                            select job_id from job_schedule s join jobs j on j.id = s.job_id
                             where j.display_name = '%s' and s.next_run_at is not null"""
                                    .formatted(NAME))) {
                while (row.next()) {
                    planned.add(row.getString(1));
                }
            }
            for (int from = 0; from < planned.size(); from += CHUNK) {
                var part = planned.subList(from, Math.min(planned.size(), from + CHUNK));
                redis.zrem(keys.schedule(), part.toArray(String[]::new));
            }
            for (String table : List.of("job_versions", "job_schedule")) {
                statement.executeUpdate(
                        """
                        delete from %s t using jobs j
                         where j.id = t.job_id and j.display_name = '%s'"""
                                .formatted(table, NAME));
            }
            statement.executeUpdate("delete from jobs where display_name = '%s'".formatted(NAME));
            statement.execute("vacuum (analyze) jobs, job_schedule, job_versions");
        }
    }

    private void enter(List<Instant> due) throws SQLException {
        var ids = Stream.generate(UUID::randomUUID).limit(due.size()).toList();
        insert(ids, due);
        try (var pipeline = redis.pipelined()) {
            for (int i = 0; i < ids.size(); i++) {
                pipeline.zadd(
                        keys.schedule(), (double) due.get(i).toEpochMilli(), ids.get(i).toString());
            }
            pipeline.sync();
        }
    }

    private void insert(List<UUID> ids, List<Instant> due) throws SQLException {
        var times = due.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray();
        try (var statement =
                database.prepareStatement(
                        """
                                with given as (
                                    select * from unnest(?::uuid[], ?::timestamptz[]) as g (id, at)),
                                defined as (
                                    insert into jobs (id, display_name, job_type, execute_at,
                                                      concurrency_policy)
                                    select id, '%s', 'noop', at, 2 from given)
                                insert into job_schedule (job_id, definition_version, next_run_at,
                                                          synced_version, gated)
                                select id, 1, at, 1, false from given"""
                                .formatted(NAME))) {
            statement.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            statement.setArray(2, database.createArrayOf("timestamptz", times));
            statement.executeUpdate();
        }
    }
}
