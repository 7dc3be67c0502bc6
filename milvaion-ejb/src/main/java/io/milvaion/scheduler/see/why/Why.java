package io.milvaion.scheduler.see.why;

import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Report;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.run.worker.WorkerDrain;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.pause.Pause;
import io.milvaion.scheduler.state.pause.Pauses;
import io.milvaion.scheduler.state.publish.QueueDepths;
import io.milvaion.scheduler.state.stop.DispatchStops;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Explains what jobs and runs wait for. */
@ApplicationScoped
public class Why {

    /** A worker that was not seen for this long is not counted on. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private Database database;
    private Supplier<Map<String, Report>> health;
    private Function<String, OptionalLong> waiting;
    private int maxQueued;

    protected Why() {} // for the container's proxy

    @Inject
    Why(Database database, SystemHealth health, QueueDepths depths) {
        this(database, health::reports, depths::ready, Integer.MAX_VALUE);
    }

    /**
     * @param waiting messages in a queue as last seen
     * @param maxQueued from how many on it is full
     */
    public Why(
            Database database,
            Supplier<Map<String, Report>> health,
            Function<String, OptionalLong> waiting,
            int maxQueued) {
        this.database = database;
        this.health = health;
        this.waiting = waiting;
        this.maxQueued = maxQueued;
    }

    @PostConstruct
    void configure() {
        maxQueued = RunLimits.from(SettingsReader.ofApplication()).maxQueued();
    }

    /**
     * The causes that keep a job from running now, the decisive one first.
     *
     * @throws NotFound if there is none
     */
    public List<Cause> job(UUID id) {
        return database.autocommit(connection -> job(connection, id));
    }

    List<Cause> job(Connection connection, UUID id) throws SQLException {
        var job =
                JobFacts.read(connection, id)
                        .filter(found -> !found.deleted())
                        .orElseThrow(() -> new NotFound(NotFound.What.JOB, id));
        var now = surroundings(connection, id, job.jobType(), job.workerGroup());
        return new JobCauses(job, now).list();
    }

    /**
     * The causes that keep a run from running now, or what has become of it.
     *
     * @throws NotFound if there is none
     */
    public List<Cause> occurrence(UUID id) {
        return database.autocommit(connection -> occurrence(connection, id));
    }

    List<Cause> occurrence(Connection connection, UUID id) throws SQLException {
        var run =
                RunFacts.read(connection, id)
                        .orElseThrow(() -> new NotFound(NotFound.What.OCCURRENCE, id));
        var job = JobFacts.read(connection, run.jobId()).orElse(null);
        var now = surroundings(connection, run.jobId(), run.jobType(), run.workerGroup());
        return RunCauses.of(run, job, now);
    }

    /** The causes that keep anything from being dispatched now, whatever its type. */
    public List<Cause> dispatching(Connection connection) throws SQLException {
        var now =
                surroundings(connection, "", OptionalLong.empty(), Workers.NONE, Optional.empty());
        return Stream.concat(DispatchCauses.stopped(now).stream(), DispatchCauses.of(now)).toList();
    }

    private Surroundings surroundings(Connection connection, UUID job, String jobType, String group)
            throws SQLException {
        var queue = BrokerNames.jobQueue(group, jobType);
        return surroundings(
                connection,
                queue,
                waiting.apply(queue),
                workers(connection, jobType, group),
                Pauses.of(connection, job, jobType, group));
    }

    private Surroundings surroundings(
            Connection connection,
            String queue,
            OptionalLong waits,
            Workers workers,
            Optional<Pause> pause)
            throws SQLException {
        var stop = DispatchStops.current(connection);
        return Sql.of(
                        """
                        select now() as now, l.node, n.last_seen_at,
                               coalesce(n.last_seen_at > now() - interval '%d seconds', false) as alive
                          from leader_terms l left join nodes n on n.id = l.node"""
                                .formatted(NodeRegistry.SILENCE.toSeconds()))
                .one(
                        connection,
                        row ->
                                new Surroundings(
                                        row.instant("now"),
                                        stop,
                                        pause,
                                        row.text("node"),
                                        row.flag("alive"),
                                        row.instant("last_seen_at"),
                                        workers.alive(),
                                        workers.drained(),
                                        workers.freeSlots(),
                                        workers.seenAt(),
                                        queue,
                                        waits,
                                        maxQueued,
                                        health.get()));
    }

    private record Workers(long alive, long drained, long freeSlots, Instant seenAt) {

        private static final Workers NONE = new Workers(0, 0, 0, null);

        static Workers of(Row row) throws SQLException {
            return new Workers(
                    row.number("alive"),
                    row.number("drained"),
                    row.number("free"),
                    row.instant("seen"));
        }
    }

    private static Workers workers(Connection connection, String jobType, String group)
            throws SQLException {
        return Sql.of(
                        """
                        select count(*) filter (where alive and not drained) as alive,
                               count(*) filter (where alive and drained) as drained,
                               coalesce(sum(greatest(max_parallel_jobs - running_jobs, 0))
                                        filter (where alive and not drained), 0)::bigint as free,
                               max(last_seen_at) as seen
                          from (select *, not stopping
                                          and last_seen_at > now() - interval '%d seconds' as alive,
                                       exists (select from worker_drains d where %s) as drained
                                  from workers w) w"""
                                .formatted(SILENCE.toSeconds(), WorkerDrain.OF_WORKER))
                .where(
                        "consumers @> jsonb_build_array(jsonb_build_object('jobType', :jobType::text))",
                        jobType)
                .where("worker_group = :workerGroup", group)
                .one(connection, Workers::of);
    }
}
