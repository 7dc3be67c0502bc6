package io.milvaion.scheduler.see.capacity;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.flow.RunQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the live workers of one group have for a job type.
 *
 * @param workerGroup null: workers without a group
 * @param slots runs of the type at once, of all of them together
 */
record Slots(String jobType, String workerGroup, long workers, long slots) {

    private static final int MOST = 1_000;

    static final Slots NONE = new Slots(null, null, 0, 0);

    /** Of workers that take new work, by job type and group. */
    static List<Slots> all(Connection connection) throws SQLException {
        return Sql.of(
                        """
                                select c ->> 'jobType' as job_type, w.worker_group,
                                       count(*) as workers,
                                       sum(least((c ->> 'maxParallelJobs')::int,
                                                 w.max_parallel_jobs))::bigint as slots
                                  from workers w, jsonb_array_elements(w.consumers) c
                                 where not w.stopping
                                   and w.last_seen_at > now() - interval '30 seconds'
                                 group by 1, 2 order by 1, 2 limit :limit""")
                .with("limit", MOST)
                .list(connection, Slots::of);
    }

    /**
     * Whether these workers take runs of a queue: those of a group take also what is not pinned.
     */
    boolean take(RunQueue queue) {
        return queue.jobType().equals(jobType)
                && (queue.workerGroup() == null || queue.workerGroup().equals(workerGroup));
    }

    Slots plus(Slots other) {
        return new Slots(null, null, workers + other.workers, slots + other.slots);
    }

    private static Slots of(Row row) throws SQLException {
        return new Slots(
                row.text("job_type"),
                row.text("worker_group"),
                row.number("workers"),
                row.number("slots"));
    }
}
