package io.milvaion.scheduler.see.overview;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.index.WholeIndex;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What a worker runs now. Never searches the history: open runs only. */
@ApplicationScoped
public class WorkerRuns {

    private static final int FEW_OPEN = 5_000;
    private static final int MOST = 200;

    private Database database;
    private WholeIndex index;

    protected WorkerRuns() {} // for the container's proxy

    @Inject
    public WorkerRuns(Database database, WholeIndex index) {
        this.database = database;
        this.index = index;
    }

    /**
     * Reads them, the one that runs longest first; the first 200.
     *
     * @param reach of whoever asks
     */
    public List<WorkerRun> of(String instanceId, Reach reach) {
        var open = index.openRuns(FEW_OPEN);
        return database.autocommit(
                connection -> {
                    var select =
                            Sql.of(
                                            """
                                            select o.id, o.job_id, j.display_name, o.attempt, o.started_at,
                                                   (extract(epoch from now() - o.started_at) * 1000)::bigint
                                                       as running_ms,
                                                   o.abandoned_at
                                              from occurrences o join jobs j on j.id = o.job_id""")
                                    .where("o.state = " + OccurrenceState.RUNNING.code())
                                    .where("o.worker_instance = :instance", instanceId);
                    if (open.isPresent()) {
                        select.where("o.id = any (:ids)").uuids("ids", open.get());
                    } else {
                        select.where("o.id >= :smallest", OpenRuns.smallestOpenId(connection));
                    }
                    return reach.narrow(select, "o.job_id")
                            .then("order by o.started_at, o.id limit :limit")
                            .with("limit", MOST)
                            .plannedEachTime()
                            .list(connection, WorkerRun::of);
                });
    }
}
