package io.milvaion.scheduler.run.trigger;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.gate.Admission;
import io.milvaion.scheduler.state.gate.Gates;
import io.milvaion.scheduler.state.gate.JobGate;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceEvents;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.pause.Pauses;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.QueueDepths;
import io.milvaion.scheduler.state.publish.RunDefinition;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs jobs now because somebody asks for it. The package description states the protocol. */
@ApplicationScoped
public class ManualTrigger {

    private Database database;
    private RunIndex index;
    private RunPublisher publisher;
    private QueueDepths depths;
    private LiveEvents events;
    private RunLimits limits;

    protected ManualTrigger() {} // for the container's proxy

    @Inject
    public ManualTrigger(
            Database database,
            RunIndex index,
            RunPublisher publisher,
            QueueDepths depths,
            LiveEvents events) {
        this(
                database,
                index,
                publisher,
                depths,
                events,
                RunLimits.from(SettingsReader.ofApplication()));
    }

    public ManualTrigger(
            Database database,
            RunIndex index,
            RunPublisher publisher,
            QueueDepths depths,
            LiveEvents events,
            RunLimits limits) {
        this.database = database;
        this.index = index;
        this.publisher = publisher;
        this.depths = depths;
        this.events = events;
        this.limits = limits;
    }

    /** What is written in the transaction that makes a run. */
    @FunctionalInterface
    public interface Together {
        void write(Connection connection, OutgoingRun run) throws SQLException;
    }

    /**
     * @param run null if the occurrence was there before
     */
    private record Triggered(UUID occurrenceId, NewRun run) {}

    /**
     * Makes a run and has it published.
     *
     * @return its occurrence; that of the first request when this one repeats it
     * @throws NotFound if there is no such job
     * @throws TriggerRefused if the job's policy lets no run in
     * @throws redis.clients.jedis.exceptions.JedisException if Redis does not answer: nothing was
     *     made
     */
    public UUID trigger(TriggerRequest request) {
        return trigger(request, ManualTrigger::record);
    }

    /**
     * Likewise, and writes more in the same transaction when the run is new.
     *
     * @param together may throw to have nothing made
     */
    public UUID trigger(TriggerRequest request, Together together) {
        var triggered =
                database.transaction(
                        connection -> {
                            var made = insert(connection, request);
                            if (made.run() != null) {
                                together.write(connection, made.run().run());
                                register(List.of(made.run()));
                            }
                            return made;
                        });
        if (triggered.run() != null) {
            follow(List.of(triggered.run()));
        }
        return triggered.occurrenceId();
    }

    /**
     * Makes a run within the caller's transaction. Several are made in the order of their job ids;
     * all are registered by the last call before the commit and {@link #follow followed} after it.
     *
     * @param request without an id
     * @throws NotFound if there is no such job: nothing was written
     * @throws TriggerRefused if no run is let in now: nothing was written
     */
    public NewRun make(Connection connection, TriggerRequest request) throws SQLException {
        return insert(connection, request).run();
    }

    /** Has runs found if they are not published: the last call before the commit. */
    public void register(Collection<NewRun> runs) {
        var due = new LinkedHashMap<AttemptKey, Instant>();
        var held = new ArrayList<UUID>();
        Instant now = Instant.EPOCH;
        for (var made : runs) {
            now = made.run().plannedAt();
            if (made.stage() == Stage.HELD) {
                held.add(made.occurrenceId());
            } else {
                due.put(made.run().key(), now);
            }
        }
        index.opened(held, now);
        index.register(due);
    }

    /** After the commit: publishes what is ready, and tells who watches. */
    public void follow(Collection<NewRun> runs) {
        runs.forEach(made -> events.publish(OccurrenceEvents.entered(made.run().snapshot())));
        var ready = runs.stream().filter(m -> m.stage() == Stage.READY).map(NewRun::run).toList();
        if (!ready.isEmpty()) {
            publisher.publishAndForget(ready);
        }
    }

    private Triggered insert(Connection connection, TriggerRequest request) throws SQLException {
        var gate = Gates.lockOrShare(connection, request.jobId());
        var job = TriggeredJob.require(connection, request.jobId(), request.version());
        if (request.occurrenceId() != null && isThere(connection, request.occurrenceId())) {
            return new Triggered(request.occurrenceId(), null);
        }
        var id =
                request.occurrenceId() == null
                        ? TimeOrderedId.next(job.now())
                        : request.occurrenceId();
        if (job.dispatch().stopped()) {
            throw TriggerRefused.stopped(job.dispatch());
        }
        requireNoPause(connection, job.definition());
        var run = job.run(id, request.data(), Acting.now().nameOfSomebody());
        requireRoom(run.definition());
        var stage = gate == null ? Stage.READY : admit(connection, gate, id);
        insert(connection, run, request, stage);
        if (stage == Stage.HELD) {
            Gates.hold(connection, Map.of(id, request.jobId()));
            OccurrenceJournal.write(
                    connection,
                    List.of(OccurrenceJournal.Line.held(id, gate.openId(), gate.held())));
        }
        return new Triggered(id, new NewRun(run, stage));
    }

    private static void requireNoPause(Connection connection, RunDefinition job)
            throws SQLException {
        if (job.paused()) {
            var pause = Pauses.of(connection, job.jobId(), job.jobType(), job.workerGroup());
            if (pause.isPresent()) {
                throw TriggerRefused.paused(pause.get());
            }
        }
    }

    private static void record(Connection connection, OutgoingRun run) throws SQLException {
        Audit.record(
                connection,
                Deed.of("job.trigger")
                        .on("job", run.jobId(), run.definition().jobName())
                        .with(Map.of("occurrenceId", run.occurrenceId())));
    }

    private static boolean isThere(Connection connection, UUID occurrenceId) throws SQLException {
        return Sql.of("select 1 from occurrences")
                .where("id = :id", occurrenceId)
                .found(connection);
    }

    private void requireRoom(RunDefinition job) {
        var waiting = depths.ready(job.queue().name());
        if (waiting.orElse(0) >= limits.maxQueued()) {
            throw TriggerRefused.queueFull(job.jobType(), waiting.orElseThrow());
        }
    }

    private Stage admit(Connection connection, JobGate gate, UUID id) throws SQLException {
        Gates.clearEnded(connection, List.of(gate));
        var admission = gate.admit(id, limits.maxHeld());
        if (admission == Admission.SKIP_OVERLAP) {
            throw TriggerRefused.overlap(gate.jobId(), gate.openId());
        }
        if (admission == Admission.SKIP_FULL) {
            throw TriggerRefused.full(gate.jobId(), gate.held());
        }
        Gates.save(connection, List.of(gate));
        return admission == Admission.HOLD ? Stage.HELD : Stage.READY;
    }

    private static void insert(
            Connection connection, OutgoingRun run, TriggerRequest request, Stage stage)
            throws SQLException {
        Sql.of(
                        """
                        insert into occurrences (id, job_id, job_version, job_type, worker_group,
                                                 planned_at, state, stage, manual, data, retry_of,
                                                 triggered_by, triggered_by_key)
                        values (:id, :jobId, :jobVersion, :jobType, :workerGroup,
                                :plannedAt, :state, :stage, true, :data, :retryOf,
                                :triggeredBy, :triggeredByKey)""")
                .with("id", run.occurrenceId())
                .with("jobId", run.jobId())
                .with("jobVersion", run.definition().version())
                .with("jobType", run.definition().jobType())
                .with("workerGroup", run.definition().workerGroup())
                .with("plannedAt", run.plannedAt())
                .with("state", OccurrenceState.QUEUED.code())
                .with("stage", stage.code())
                .with("data", request.data())
                .with("retryOf", request.retryOf())
                .with("triggeredBy", run.triggeredBy())
                .with("triggeredByKey", Acting.now().keyName())
                .update(connection);
    }
}
