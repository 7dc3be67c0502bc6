package io.milvaion.scheduler.see.attention;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.index.WholeIndex;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What does not begin: due jobs, queued runs, types that nobody runs. */
final class QueueTroubles {

    /** A job that is due for longer is late. */
    static final Duration LATE = Duration.ofSeconds(10);

    /** So many jobs that are planned next are looked at. */
    private static final int NEXT = 200;

    /** So many runs that are open for longest are looked at. */
    private static final int OPEN = 2_000;

    private final WholeIndex index;
    private final Duration tooOld;

    /**
     * @param tooOld from what age on of its oldest run a queue is in trouble
     */
    QueueTroubles(WholeIndex index, Duration tooOld) {
        this.index = index;
        this.tooOld = tooOld;
    }

    /**
     * Active jobs that should have become a run. Redis names those that are planned next; while it
     * does not know, and for whoever reaches some jobs only, all are looked at.
     */
    Troubles overdue(Connection connection, Reach reach) throws SQLException {
        var next = reach.isEverything() ? index.nextJobs(NEXT) : Optional.<List<UUID>>empty();
        var select =
                Sql.of(
                                """
                                select j.id, j.display_name, s.next_run_at,
                                       extract(epoch from now() - s.next_run_at)::bigint as late,
                                       count(*) over () as total
                                  from job_schedule s join jobs j on j.id = s.job_id""")
                        .where("j.active and j.deleted_at is null")
                        .where("s.next_run_at < now() - :late::interval", LATE.toString());
        next.ifPresent(ids -> select.where("j.id = any (:next)").uuids("next", ids));
        return JobTroubles.found(
                connection,
                AttentionCode.JOB_OVERDUE,
                reach.narrow(select, "j.id")
                        .then("order by s.next_run_at, j.id limit " + Troubles.LISTED),
                row ->
                        AttentionItem.of(
                                        AttentionCode.JOB_OVERDUE,
                                        JobTroubles.job(row),
                                        row.instant("next_run_at"),
                                        1,
                                        "It is due for %d s and has not become a run."
                                                .formatted(row.number("late")))
                                .with("lateSeconds", row.number("late")));
    }

    /** Types, with their groups, of active jobs that no live worker runs. */
    static Troubles withoutWorker(Connection connection, Reach reach) throws SQLException {
        var types =
                Sql.of(
                        """
                                select t.*, count(*) over () as total,
                                       (select max(w.last_seen_at) from workers w where %1$s) as seen
                                  from (select j.job_type, j.worker_group, count(*) as jobs
                                          from jobs j
                                         where j.active and j.deleted_at is null and %2$s
                                         group by j.job_type, j.worker_group) t
                                 where not exists (select from workers w where %1$s
                                         and not w.stopping
                                         and w.last_seen_at > now() - interval '30 seconds')
                                 order by t.jobs desc, t.job_type, t.worker_group limit %3$d"""
                                .formatted(RUNS_TYPE, reach.condition("j.id"), Troubles.LISTED));
        return JobTroubles.found(
                connection, AttentionCode.NO_WORKER, reach.bind(types), QueueTroubles::noWorker);
    }

    private static final String RUNS_TYPE =
            """
            w.consumers @> jsonb_build_array(jsonb_build_object('jobType', t.job_type))
            and (t.worker_group is null or w.worker_group = t.worker_group)""";

    private static AttentionItem noWorker(Row row) throws SQLException {
        var group = row.text("worker_group");
        return AttentionItem.of(
                        AttentionCode.NO_WORKER,
                        AttentionSubject.known(AttentionKind.TYPE, row.text("job_type")),
                        row.instant("seen"),
                        row.number("jobs"),
                        "No live worker%s runs it, and %s of this type %s active."
                                .formatted(
                                        group == null ? "" : " of group " + group,
                                        JobTroubles.times(row.number("jobs"), "job"),
                                        row.number("jobs") == 1 ? "is" : "are"))
                .with("workerGroup", group);
    }

    /** Queues whose oldest run waits for too long, as far as Redis knows what is open. */
    Troubles old(Connection connection, Reach reach) throws SQLException {
        var select =
                Sql.of(
                                """
                                select o.job_type, o.worker_group, count(*) as runs,
                                       min(coalesce(o.available_at, o.created_at)) as oldest,
                                       count(*) over () as total
                                  from occurrences o""")
                        .where("o.id = any (:open)")
                        .uuids("open", index.longestOpen(OPEN).orElse(List.of()))
                        .where("o.state = :queued", OccurrenceState.QUEUED.code())
                        .where("o.stage = :ready", Stage.READY.code());
        return JobTroubles.found(
                connection,
                AttentionCode.QUEUE_OLD,
                reach.narrow(select, "o.job_id")
                        .then(
                                "group by o.job_type, o.worker_group"
                                        + " having min(coalesce(o.available_at, o.created_at))"
                                        + " < now() - :tooOld::interval"
                                        + " order by oldest, o.job_type limit "
                                        + Troubles.LISTED)
                        .with("tooOld", tooOld.toString())
                        .plannedEachTime(),
                QueueTroubles::oldQueue);
    }

    private static AttentionItem oldQueue(Row row) throws SQLException {
        var queue = BrokerNames.jobQueue(row.text("worker_group"), row.text("job_type"));
        return AttentionItem.of(
                        AttentionCode.QUEUE_OLD,
                        AttentionSubject.known(AttentionKind.QUEUE, queue),
                        row.instant("oldest"),
                        row.number("runs"),
                        "%s; the oldest since %s."
                                .formatted(
                                        JobTroubles.times(row.number("runs"), "run") + " wait",
                                        row.instant("oldest")))
                .with("jobType", row.text("job_type"))
                .with("workerGroup", row.text("worker_group"));
    }
}
