package io.milvaion.scheduler.state.pause;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code dispatch_pauses}, within the caller's transaction. */
final class PauseRows {

    private static final String LASTS = Paused.LASTS;
    private static final String SELECT = "select p.* from dispatch_pauses p";

    private PauseRows() {}

    /** Enters it, unless one of its scope lasts; whoever enters one beside it waits. */
    static boolean insert(Connection connection, Pause pause) throws SQLException {
        deleteEnded(connection);
        boolean inserted =
                Sql.of(
                                        """
                                        insert into dispatch_pauses
                                               (id, job_type, worker_group, tag, reason, paused_by,
                                                paused_at, ends_at)
                                        values (:id, :jobType, :workerGroup, :tag, :reason, :by,
                                                :at, :until)
                                            on conflict do nothing""")
                                .with("id", pause.id())
                                .with("jobType", pause.scope().jobType())
                                .with("workerGroup", pause.scope().workerGroup())
                                .with("tag", pause.scope().tag())
                                .with("reason", pause.reason())
                                .with("by", pause.pausedBy())
                                .with("at", pause.pausedAt())
                                .with("until", pause.until())
                                .update(connection)
                        == 1;
        if (inserted) {
            record(connection, "pause.create", pause);
        }
        return inserted;
    }

    static Optional<Pause> delete(Connection connection, UUID id) throws SQLException {
        var deleted =
                Sql.of("delete from dispatch_pauses where id = :id returning *")
                        .with("id", id)
                        .first(connection, Pause::of);
        if (deleted.isPresent()) {
            record(connection, "pause.end", deleted.get());
        }
        return deleted;
    }

    /** Deletes those whose time is over, each once over all nodes. */
    static List<Pause> deleteEnded(Connection connection) throws SQLException {
        var ended =
                Sql.of("delete from dispatch_pauses p where not %s returning *".formatted(LASTS))
                        .list(connection, Pause::of);
        for (var pause : ended) {
            record(connection, "pause.end", pause);
        }
        return ended;
    }

    /** Those that last, new ones first. */
    static List<Pause> list(Connection connection, UUID after, int limit) throws SQLException {
        return Sql.of(SELECT)
                .where(LASTS)
                .where("p.id < :after", after)
                .then("order by p.id desc limit :limit")
                .with("limit", limit)
                .list(connection, Pause::of);
    }

    static Optional<Pause> sameScope(Connection connection, PauseScope scope) throws SQLException {
        return Sql.of(SELECT)
                .where("p.job_type = :jobType", scope.jobType())
                .where("p.worker_group = :workerGroup", scope.workerGroup())
                .where("p.tag = :tag", scope.tag())
                .first(connection, Pause::of);
    }

    /** The oldest one that holds back a job, as of this type and group. */
    static Optional<Pause> of(Connection connection, UUID jobId, String jobType, String workerGroup)
            throws SQLException {
        return Sql.of(SELECT + " left join jobs j on j.id = :job")
                .with("job", jobId)
                .where(LASTS)
                .where(Paused.scope(":jobType::text", ":workerGroup::text"))
                .with("jobType", jobType)
                .with("workerGroup", workerGroup)
                .then("order by p.id limit 1")
                .first(connection, Pause::of);
    }

    /** Jobs of a scope that are due, and when; after the given one, in their order. */
    static Map<UUID, Instant> due(Connection connection, Pause pause, UUID after, int limit)
            throws SQLException {
        var scope = pause.scope();
        var due = new HashMap<UUID, Instant>();
        Sql.of(
                        """
                        select s.job_id, s.next_run_at
                          from job_schedule s join jobs j on j.id = s.job_id""")
                .where("s.job_id > :after", after)
                .where("s.next_run_at <= now()")
                .where("j.job_type = :jobType", scope.jobType())
                .where("j.worker_group = :workerGroup", scope.workerGroup())
                .where(":tag = any (j.tags)", scope.tag())
                .then("order by s.job_id limit :limit")
                .with("limit", limit)
                .forEach(
                        connection, row -> due.put(row.uuid("job_id"), row.instant("next_run_at")));
        return due;
    }

    private static void record(Connection connection, String action, Pause pause)
            throws SQLException {
        Audit.record(
                connection,
                Deed.of(action)
                        .on("pause", pause.id(), pause.scope().words())
                        .saying(pause.reason()));
    }
}
