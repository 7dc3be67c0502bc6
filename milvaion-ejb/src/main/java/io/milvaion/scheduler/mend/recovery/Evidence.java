package io.milvaion.scheduler.mend.recovery;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.state.claim.Claim;
import io.milvaion.scheduler.state.claim.RunClaims;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.pause.Paused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import redis.clients.jedis.Response;

/** Reads what PostgreSQL and Redis know about a page of open runs. */
final class Evidence {

    private final Database database;
    private final Redis redis;
    private final RunClaims claims;

    Evidence(Database database, Redis redis) {
        this.database = database;
        this.redis = redis;
        this.claims = new RunClaims(redis);
    }

    Map<UUID, OpenRow> rows(Collection<UUID> ids) {
        return database.autocommit(
                connection -> {
                    var rows = new HashMap<UUID, OpenRow>();
                    new Columns<>(
                                    """
                                    select o.id, o.job_id, o.job_type, o.worker_group, o.state, o.stage,
                                           o.attempt,
                                           coalesce(o.available_at < now() - interval '%d s', false)
                                               and not %s as overdue
                                      from occurrences o
                                     where o.id = any (?) and o.id between ? and ?"""
                                            .formatted(
                                                    Walk.JUDGED_FROM.toSeconds(),
                                                    Paused.OCCURRENCE),
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

    /** Claims that speak of these attempts. */
    Map<UUID, Claim> claims(Collection<AttemptKey> attempts) {
        return claims.of(attempts);
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
