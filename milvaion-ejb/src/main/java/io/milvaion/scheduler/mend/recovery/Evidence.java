package io.milvaion.scheduler.mend.recovery;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/** Reads what PostgreSQL and Redis know about a page of open runs. */
final class Evidence {

    private static final System.Logger LOG = System.getLogger(Evidence.class.getName());

    private final Database database;
    private final Redis redis;

    Evidence(Database database, Redis redis) {
        this.database = database;
        this.redis = redis;
    }

    Map<UUID, OpenRow> rows(Collection<UUID> ids) {
        return database.autocommit(
                connection -> {
                    var rows = new HashMap<UUID, OpenRow>();
                    new Columns<>(
                                    """
                                    select id, job_id, job_type, worker_group, state, stage, attempt,
                                           coalesce(available_at < now() - interval '%d s', false)
                                               as overdue
                                      from occurrences
                                     where id = any (?) and id between ? and ?"""
                                            .formatted(Walk.JUDGED_FROM.toSeconds()),
                                    ids)
                            .ids(id -> id)
                            .forEach(
                                    connection,
                                    row -> {
                                        var id = row.uuid("id");
                                        rows.put(
                                                id,
                                                new OpenRow(
                                                        id,
                                                        row.uuid("job_id"),
                                                        row.text("job_type"),
                                                        row.text("worker_group"),
                                                        OccurrenceState.of(row.integer("state")),
                                                        Stage.of(row, "stage"),
                                                        row.integer("attempt"),
                                                        row.flag("overdue")));
                                    });
                    return rows;
                });
    }

    /** Claims of runs that may have one. */
    Map<UUID, Claim> claims(Collection<UUID> ids) {
        var answers = new HashMap<UUID, Response<List<String>>>();
        try (var pipeline = redis.pool().pipelined()) {
            for (UUID id : ids) {
                answers.put(
                        id,
                        pipeline.hmget(
                                redis.keys().claim(id),
                                ClaimField.ATTEMPT,
                                ClaimField.INSTANCE,
                                ClaimField.STATE,
                                ClaimField.LEASE));
            }
            pipeline.sync();
        }
        var claims = new HashMap<UUID, Claim>();
        answers.forEach((id, answer) -> claim(id, answer).ifPresent(c -> claims.put(id, c)));
        return claims;
    }

    /** A key that is no claim would keep the sweep from all runs, and workers from this one. */
    private Optional<Claim> claim(UUID id, Response<List<String>> answer) {
        try {
            var fields = answer.get();
            return fields.get(0) == null || fields.get(2) == null || fields.get(3) == null
                    ? Optional.empty()
                    : Optional.of(
                            new Claim(
                                    Integer.parseInt(fields.get(0)),
                                    fields.get(1),
                                    fields.get(2),
                                    Instant.ofEpochMilli(Long.parseLong(fields.get(3)))));
        } catch (JedisDataException | NumberFormatException e) {
            LOG.log(System.Logger.Level.WARNING, "the claim of {0} is none: {1}", id, e);
            redis.pool().del(redis.keys().claim(id));
            return Optional.empty();
        }
    }

    /** Those of READY runs that the leader is going to publish, or is publishing. */
    Set<UUID> pending(Collection<OpenRow> ready) {
        var answers = new ArrayList<Response<Double>>();
        try (var pipeline = redis.pool().pipelined()) {
            for (var row : ready) {
                answers.add(pipeline.zscore(redis.keys().ready(), row.key().member()));
                answers.add(pipeline.zscore(redis.keys().dispatching(), row.key().member()));
            }
            pipeline.sync();
        }
        var pending = new HashSet<UUID>();
        int i = 0;
        for (var row : ready) {
            if (answers.get(i).get() != null || answers.get(i + 1).get() != null) {
                pending.add(row.id());
            }
            i += 2;
        }
        return pending;
    }
}
