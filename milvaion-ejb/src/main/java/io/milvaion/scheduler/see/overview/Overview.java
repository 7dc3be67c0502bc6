package io.milvaion.scheduler.see.overview;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.run.worker.WorkerDrain;
import io.milvaion.scheduler.state.index.WholeIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the state of the whole: small tables and counters, never the history. */
@ApplicationScoped
public class Overview {

    static final String WORKER_ALIVE = "last_seen_at > now() - interval '30 seconds'";
    private static final String NODE_ALIVE =
            "last_seen_at > now() - interval '%d seconds'"
                    .formatted(NodeRegistry.SILENCE.toSeconds());

    /** With the order to drain that concerns each: its own before that of its group. */
    private static final String WORKERS =
            """
            select w.*, w.draining::int as obeys, w.%s as alive, d.id, d.reason, d.drained_by, d.drained_at, d.ends_at,
                   d.of_group
              from workers w
              left join lateral (
                   select d.*, d.instance_id is null as of_group from worker_drains d
                    where %s order by d.instance_id limit 1) d on true"""
                    .formatted(WORKER_ALIVE, WorkerDrain.OF_WORKER);

    private Database database;
    private WholeIndex index;
    private JobCounts jobs;

    protected Overview() {} // for the container's proxy

    @Inject
    public Overview(Database database, WholeIndex index, JobCounts jobs) {
        this.database = database;
        this.index = index;
        this.jobs = jobs;
    }

    /**
     * The leading node.
     *
     * @param node null before the first election
     */
    public record Leader(@Nullable String node, long term, @Nullable Instant since) {}

    /** Runs that ended in a state within the last 24 hours. */
    public record Count(OccurrenceState state, long count) {}

    /** A planned run. */
    public record Planned(UUID jobId, String jobName, String jobType, Instant nextRunAt) {}

    /**
     * Numbers for the first look.
     *
     * @param jobs as last counted, like {@code activeJobs}
     */
    public record Numbers(long jobs, long activeJobs, long nodesAlive, long workersAlive) {}

    /**
     * Reads workers by their ids.
     *
     * @param after the last one of the page before, or null
     */
    public List<WorkerInstance> workers(String after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of(WORKERS)
                                .where("w.instance_id > :after", after)
                                .then("order by w.instance_id limit :limit")
                                .with("limit", limit)
                                .list(connection, WorkerInstance::of));
    }

    /** Reads one worker. */
    public Optional<WorkerInstance> worker(String instanceId) {
        return database.autocommit(
                connection ->
                        Sql.of(WORKERS)
                                .where("w.instance_id = :id", instanceId)
                                .first(connection, WorkerInstance::of));
    }

    /** Reads nodes by their ids, likewise. */
    public List<Node> nodes(String after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        "select n.*, l.node is not null and %1$s as leader, %1$s as alive"
                                                        .formatted(NODE_ALIVE)
                                                + " from nodes n"
                                                + " left join leader_terms l on l.node = n.id")
                                .where("n.id > :after", after)
                                .then("order by n.id limit :limit")
                                .with("limit", limit)
                                .list(connection, Node::of));
    }

    public Leader leader() {
        return database.autocommit(
                connection ->
                        Sql.of("select node, term, since from leader_terms")
                                .one(
                                        connection,
                                        row ->
                                                new Leader(
                                                        row.text("node"),
                                                        row.number("term"),
                                                        row.instant("since"))));
    }

    public List<Count> endedToday() {
        return database.autocommit(
                connection ->
                        Sql.of("select state, sum(count)::bigint as count from run_counters")
                                .then(
                                        "where hour > now() - interval '24 hours'"
                                                + " group by state order by state")
                                .list(
                                        connection,
                                        row ->
                                                new Count(
                                                        OccurrenceState.of(row.integer("state")),
                                                        row.number("count"))));
    }

    /**
     * What is planned next, earliest first. Redis names the jobs and PostgreSQL says when: to find
     * them by itself it reads all jobs, and does so only while Redis does not know, and for whoever
     * reaches some jobs only.
     */
    public List<Planned> nextRuns(int limit, Reach reach) {
        var jobs = reach.isEverything() ? index.nextJobs(limit) : Optional.<List<UUID>>empty();
        return database.autocommit(
                connection -> {
                    var select =
                            Sql.of(
                                            """
                                            select j.id, j.display_name, j.job_type, s.next_run_at
                                              from job_schedule s join jobs j on j.id = s.job_id""")
                                    .where("s.next_run_at is not null");
                    jobs.ifPresent(
                            ids -> select.where("s.job_id = any (:jobs)").uuids("jobs", ids));
                    return reach.narrow(select, "s.job_id")
                            .then("order by s.next_run_at, j.id limit :limit")
                            .with("limit", limit)
                            .list(connection, Overview::planned);
                });
    }

    /** The numbers of jobs are those of the last count, a minute old at most. */
    public Numbers numbers() {
        var counted = jobs.last();
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select (select count(*) from nodes where %s) as nodes,
                                               (select count(*) from workers where %s) as workers"""
                                                .formatted(NODE_ALIVE, WORKER_ALIVE))
                                .one(
                                        connection,
                                        row ->
                                                new Numbers(
                                                        counted.jobs(),
                                                        counted.active(),
                                                        row.number("nodes"),
                                                        row.number("workers"))));
    }

    /** Whether a live worker runs this type, for jobs pinned to this group if it is not null. */
    public boolean hasWorkerFor(String jobType, String workerGroup) {
        return database.autocommit(connection -> hasWorkerFor(connection, jobType, workerGroup));
    }

    private static boolean hasWorkerFor(Connection connection, String jobType, String workerGroup)
            throws SQLException {
        return Sql.of("select 1 from workers")
                .where(
                        "consumers @> jsonb_build_array(jsonb_build_object('jobType', :jobType::text))",
                        jobType)
                .where("worker_group = :workerGroup", workerGroup)
                .then("and not stopping and " + WORKER_ALIVE + " limit 1")
                .found(connection);
    }

    private static Planned planned(Row row) throws SQLException {
        return new Planned(
                row.uuid("id"),
                row.text("display_name"),
                row.text("job_type"),
                row.instant("next_run_at"));
    }
}
