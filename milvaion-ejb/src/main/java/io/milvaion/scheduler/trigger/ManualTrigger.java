package io.milvaion.scheduler.trigger;

import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.event.LiveEvent;
import io.milvaion.scheduler.event.LiveEvents;
import io.milvaion.scheduler.event.OccurrenceSnapshot;
import io.milvaion.scheduler.gate.Admission;
import io.milvaion.scheduler.gate.Gates;
import io.milvaion.scheduler.gate.JobGate;
import io.milvaion.scheduler.gate.RunLimits;
import io.milvaion.scheduler.index.RunIndex;
import io.milvaion.scheduler.job.JobNotFound;
import io.milvaion.scheduler.occurrence.OccurrenceId;
import io.milvaion.scheduler.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.occurrence.Stage;
import io.milvaion.scheduler.persistence.Database;
import io.milvaion.scheduler.publish.QueueDepths;
import io.milvaion.scheduler.publish.Run;
import io.milvaion.scheduler.publish.RunPublisher;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs jobs now because somebody asks for it. The package description states the protocol. */
@ApplicationScoped
public class ManualTrigger {

    @Inject Database database;
    @Inject RunIndex index;
    @Inject RunPublisher publisher;
    @Inject QueueDepths depths;
    @Inject LiveEvents events;

    RunLimits limits;

    @PostConstruct
    void configure() {
        limits = RunLimits.from(SettingsReader.ofApplication());
    }

    /**
     * @param run null if the occurrence was there before
     */
    private record Triggered(UUID occurrenceId, Run run, Stage stage) {}

    /**
     * Makes a run and has it published.
     *
     * @return its occurrence; that of the first request when this one repeats it
     * @throws JobNotFound if there is no such job
     * @throws TriggerRefused if the job's policy lets no run in
     * @throws KeyUsedBefore if the key belongs to another request
     * @throws redis.clients.jedis.exceptions.JedisException if Redis does not answer: nothing was
     *     made
     */
    public UUID trigger(TriggerRequest request) {
        var triggered = database.transaction(connection -> insert(connection, request));
        if (triggered.run() != null) {
            announce(triggered.run());
        }
        if (triggered.stage() == Stage.READY) {
            publisher.publishAndForget(List.of(triggered.run()));
        }
        return triggered.occurrenceId();
    }

    private void announce(Run run) {
        events.publish(
                LiveEvent.occurrence(
                        OccurrenceSnapshot.queued(
                                run.occurrenceId(), run.jobId(), run.jobName(), run.plannedAt())));
    }

    private Triggered insert(Connection connection, TriggerRequest request) throws SQLException {
        var gate = Gates.lockOrShare(connection, request.jobId(), limits.maxHeld());
        var job = Definition.require(connection, request.jobId());
        var id = OccurrenceId.triggered(job.now());
        if (request.idempotencyKey() != null) {
            var first = IdempotencyKeys.take(connection, request, id);
            if (first.isPresent()) {
                return new Triggered(first.get(), null, null);
            }
        }
        var run = job.run(id, request.data());
        requireRoom(run);
        var stage = gate == null ? Stage.READY : admit(connection, gate, id);
        insert(connection, run, request.data(), stage);
        if (stage == Stage.HELD) {
            Gates.hold(connection, Map.of(id, job.jobId()));
            OccurrenceJournal.write(
                    connection,
                    List.of(OccurrenceJournal.Line.held(id, gate.openId(), gate.held())));
            index.opened(List.of(id), job.now());
        } else {
            index.register(Map.of(run.ready(), job.now()));
        }
        return new Triggered(id, run, stage);
    }

    private void requireRoom(Run run) {
        var waiting = depths.ready(BrokerNames.jobQueue(run.workerGroup(), run.jobType()));
        if (waiting.orElse(0) >= limits.maxQueued()) {
            throw TriggerRefused.queueFull(run.jobType(), waiting.orElseThrow());
        }
    }

    private static Stage admit(Connection connection, JobGate gate, UUID id) throws SQLException {
        Gates.clearEnded(connection, List.of(gate));
        var admission = gate.admit(id);
        if (admission == Admission.SKIP_OVERLAP) {
            throw TriggerRefused.overlap(gate.jobId(), gate.openId());
        }
        if (admission == Admission.SKIP_FULL) {
            throw TriggerRefused.full(gate.jobId(), gate.held());
        }
        Gates.save(connection, List.of(gate));
        return admission == Admission.HOLD ? Stage.HELD : Stage.READY;
    }

    private static void insert(Connection connection, Run run, String ownData, Stage stage)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into occurrences (id, job_id, job_version, job_type, worker_group,
                                                 planned_at, state, stage, manual, data)
                        values (?, ?, ?, ?, ?, ?, 0, ?, true, ?)""")) {
            statement.setObject(1, run.occurrenceId());
            statement.setObject(2, run.jobId());
            statement.setInt(3, run.jobVersion());
            statement.setString(4, run.jobType());
            statement.setString(5, run.workerGroup());
            statement.setObject(6, run.plannedAt().atOffset(ZoneOffset.UTC));
            statement.setInt(7, stage.code());
            statement.setString(8, ownData);
            statement.executeUpdate();
        }
    }
}
