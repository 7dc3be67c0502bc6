package io.milvaion.scheduler.state.ending;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.gate.Gates;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceEvents;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.scheduler.state.occurrence.OpenRun;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.occurrence.States;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.Released;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Cancels runs. A run that a worker executes is asked to stop and its report decides; any other is
 * Cancelled at once, after its cancel key was set, so that its message cannot start it.
 */
@ApplicationScoped
public class Cancellation {

    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());

    private Database database;
    private CancelSignals signals;
    private RunIndex index;
    private RunPublisher publisher;
    private Occurrences occurrences;
    private LiveEvents events;
    private Metrics metrics;

    protected Cancellation() {} // for the container's proxy

    @Inject
    public Cancellation(
            Database database,
            CancelSignals signals,
            RunIndex index,
            RunPublisher publisher,
            Occurrences occurrences,
            LiveEvents events,
            Metrics metrics) {
        this.database = database;
        this.signals = signals;
        this.index = index;
        this.publisher = publisher;
        this.occurrences = occurrences;
        this.events = events;
        this.metrics = metrics;
    }

    private record Asked(UUID jobId, OccurrenceState state, AttemptKey run) {}

    private record Ended(boolean ended, List<OutgoingRun> released) {}

    /**
     * Cancels one run.
     *
     * @return whether it is Cancelled now; else a worker was asked to stop it
     * @throws RunHasEnded if it is final
     * @throws JedisException if Redis does not answer: the wish is stored, and a repetition is
     *     harmless
     */
    public boolean cancel(UUID occurrenceId) {
        Asked asked = database.transaction(c -> ask(c, occurrenceId));
        if (asked == null) {
            throw new NotFound(NotFound.What.OCCURRENCE, occurrenceId);
        }
        if (asked.state().isFinal()) {
            throw new RunHasEnded(occurrenceId, asked.state());
        }
        if (signals.stop(asked.run(), "cancelled by a user")) {
            return false;
        }
        Ended ended = database.transaction(c -> end(c, occurrenceId, asked.jobId()));
        countAndClose(ended.ended() ? List.of(occurrenceId) : List.of());
        publisher.publishAndForget(ended.released());
        if (ended.ended()) {
            events.publish(
                    OccurrenceEvents.entered(
                            occurrences.require(occurrenceId).occurrence().snapshot()));
        }
        return ended.ended();
    }

    /**
     * Cancels queued runs of a job whose gate row the open transaction has locked; those that a
     * worker executes go on. While Redis is away, those that a message may wait for are only
     * marked: they end when a worker gets the message.
     *
     * @param runs locked by {@link OpenRuns#lock}
     * @param jobId whose {@code gated} says whether the gate is told
     * @return those that have ended, for {@link #countAndClose} after the commit
     */
    public List<UUID> cancelQueued(
            Connection connection, UUID jobId, Collection<OpenRun> runs, String reason)
            throws SQLException {
        var queued = runs.stream().filter(OpenRun::isQueued).toList();
        var published =
                queued.stream()
                        .filter(r -> r.stage() == Stage.READY)
                        .map(r -> new AttemptKey(r.id(), r.attempt()))
                        .toList();
        Set<UUID> spared = prevent(published, reason);
        var ids = queued.stream().map(OpenRun::id).filter(id -> !spared.contains(id)).toList();
        markAsked(connection, List.copyOf(spared));
        Endings.cancel(connection, ids, reason);
        var gate = Gates.lock(connection, List.of(jobId)).get(jobId);
        if (gate != null) {
            for (var run : queued) {
                if (run.isHeld()) {
                    Gates.endHeld(connection, gate, run.id());
                }
            }
            var open = queued.stream().filter(r -> !r.isHeld()).map(OpenRun::id);
            Gates.end(connection, gate, open.filter(id -> !spared.contains(id)).toList());
            Gates.save(connection, List.of(gate));
        }
        return ids;
    }

    /** After the commit: counts ended runs and removes them from the open ones. */
    public void countAndClose(Collection<UUID> ended) {
        metrics.failed(FailureCause.CANCELLED.code(), ended.size());
        index.closed(ended);
    }

    private Set<UUID> prevent(List<AttemptKey> published, String reason) {
        try {
            return signals.prevent(published, reason);
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "cancel keys cannot be set now", e);
            return published.stream().map(AttemptKey::occurrenceId).collect(Collectors.toSet());
        }
    }

    /**
     * Stores the wish. From its commit on the run gets no further attempt, so the one that the
     * update has seen is the last.
     */
    private static Asked ask(Connection connection, UUID id) throws SQLException {
        var open =
                Sql.of(
                                """
                                update occurrences
                                   set cancel_requested_at = coalesce(cancel_requested_at, now())
                                 where id = :id and %s
                                returning job_id, state, attempt"""
                                        .formatted(States.OPEN))
                        .with("id", id)
                        .first(connection, row -> asked(id, row));
        if (open.isEmpty()) {
            return Sql.of("select job_id, state, attempt from occurrences where id = :id")
                    .with("id", id)
                    .first(connection, row -> asked(id, row))
                    .orElse(null);
        }
        OccurrenceJournal.write(
                connection, List.of(OccurrenceJournal.Line.info(id, "A user asked to cancel it")));
        Audit.record(connection, Deed.of("occurrence.cancel").on("occurrence", id, null));
        return open.get();
    }

    private static Asked asked(UUID id, Row row) throws SQLException {
        return new Asked(
                row.uuid("job_id"),
                OccurrenceState.of(row.integer("state")),
                new AttemptKey(id, row.integer("attempt")));
    }

    private static void markAsked(Connection connection, List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        update occurrences
                           set cancel_requested_at = coalesce(cancel_requested_at, now())
                         where id = any (?) and id between ? and ?""",
                        ids)
                .ids(id -> id)
                .update(connection);
    }

    private Ended end(Connection connection, UUID id, UUID jobId) throws SQLException {
        var released = end(connection, id, jobId, "cancelled by a user");
        return released.isEmpty()
                ? new Ended(false, List.of())
                : new Ended(true, Released.register(connection, index, released.get()));
    }

    /**
     * Makes a run Cancelled that no worker has, and releases what waits for it.
     *
     * @return the released runs, to be registered before the commit; empty if the run is final
     */
    public static Optional<List<UUID>> end(
            Connection connection, UUID id, UUID jobId, String reason) throws SQLException {
        var gate = Gates.lockOrShare(connection, jobId);
        boolean held = Endings.isHeld(connection, id);
        if (Endings.cancel(connection, List.of(id), reason).isEmpty()) {
            return Optional.empty();
        }
        if (gate == null) {
            return Optional.of(List.of());
        }
        if (held) {
            Gates.endHeld(connection, gate, id);
        }
        var released = Gates.end(connection, gate, held ? List.of() : List.of(id));
        Gates.save(connection, List.of(gate));
        OccurrenceJournal.write(
                connection, released.stream().map(OccurrenceJournal.Line::released).toList());
        return Optional.of(released);
    }
}
