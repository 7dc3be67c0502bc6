package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.run.worker.WorkerDrain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the groups of workers: those that workers name, and those that are drained. */
@ApplicationScoped
public class WorkerGroups {

    private static final String SELECT =
            """
            select n.name, w.instances, w.alive, w.slots, w.running, d.*
              from (select worker_group as name from workers where worker_group is not null
                     union select worker_group from worker_drains d
                     where d.worker_group is not null and %1$s
                     union select :asked::text where :asked::text is not null) n
              left join worker_drains d on d.worker_group = n.name and %1$s
              cross join lateral (
                   select count(*) as instances, count(*) filter (where up) as alive,
                          coalesce(sum(max_parallel_jobs) filter (where up), 0)::bigint as slots,
                          coalesce(sum(running_jobs) filter (where up), 0)::bigint as running
                     from (select *, %2$s as up from workers) u
                    where u.worker_group = n.name) w"""
                    .formatted(WorkerDrain.LASTS, Overview.WORKER_ALIVE);

    private Database database;

    protected WorkerGroups() {} // for the container's proxy

    @Inject
    public WorkerGroups(Database database) {
        this.database = database;
    }

    /**
     * Reads groups by their names.
     *
     * @param after the last one of the page before, or null
     */
    public List<WorkerGroup> list(String after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of(SELECT)
                                .with("asked", null)
                                .where("n.name > :after", after)
                                .then("order by n.name limit :limit")
                                .with("limit", limit)
                                .list(connection, WorkerGroup::of));
    }

    /** Reads one group, which need not have any workers. */
    public WorkerGroup one(String name) {
        return database.autocommit(
                connection ->
                        Sql.of(SELECT)
                                .with("asked", name)
                                .where("n.name = :name", name)
                                .one(connection, WorkerGroup::of));
    }
}
