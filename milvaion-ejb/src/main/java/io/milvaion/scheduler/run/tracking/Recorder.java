package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.autodisable.FailureCounter;
import io.milvaion.scheduler.state.ending.FailedRuns;
import io.milvaion.scheduler.state.ending.RunCounters;
import io.milvaion.scheduler.state.gate.Gates;
import io.milvaion.scheduler.state.gate.JobGate;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.OutgoingRuns;
import io.milvaion.scheduler.state.tally.UntalliedRuns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Writes what reports say into the caller's transaction: the steps of the package documentation, in
 * that order. Redis is told last, right before the commit. Safe to share.
 */
final class Recorder {

    /** Tells {@code Database.transaction} to run the transaction again. */
    private static final String REPEAT = "40001";

    private final RunIndex index;
    private final RedisClock clock;
    private final RetrySettings settings;
    private final FailureCounter failures;

    Recorder(RunIndex index, RedisClock clock, RetrySettings settings, FailureCounter failures) {
        this.index = index;
        this.clock = clock;
        this.settings = settings;
        this.failures = failures;
    }

    /**
     * Decides and writes.
     *
     * @param reports folded, at least one
     * @return what the caller does after the commit
     */
    Recorded record(Connection connection, List<Reported> reports) throws SQLException {
        var gates = lockGates(connection, reports);
        var changes = decide(connection, reports);
        var changed = changes.stream().filter(RunChange::isChanged).toList();
        AttemptRows.save(connection, changes.stream().flatMap(c -> c.attempts().stream()).toList());
        int late = changes.stream().mapToInt(RunChange::late).sum();
        var unknown = unknown(reports, changes);
        if (changed.isEmpty()) {
            note(connection, changes, List.of());
            return Recorded.nothing(late, unknown);
        }
        var endedAt = update(connection, changed, gates.keySet());
        var ended = where(changed, c -> c.standing().isFinal());
        var released = release(connection, gates, where(changed, RunChange::ends));
        note(connection, changes, released);
        UntalliedRuns.write(
                connection,
                changed.stream().flatMap(c -> c.facts(endedAt.get(c.id())).stream()).toList());
        // Counters last, and always in this order: many transactions want the same rows.
        count(connection, ended, endedAt);
        list(connection, ended, endedAt);
        var tripped =
                failures.count(
                        connection,
                        ended.stream().map(c -> c.ending(endedAt.get(c.id()))).toList());
        var ready = OutgoingRuns.read(connection, released, 1);
        return register(changed, endedAt, ready, tripped, late, unknown);
    }

    private static List<Reported> unknown(List<Reported> reports, List<RunChange> changes) {
        var known = changes.stream().map(RunChange::id).collect(Collectors.toSet());
        return reports.stream().filter(r -> !known.contains(r.occurrenceId())).toList();
    }

    private static Map<UUID, JobGate> lockGates(Connection connection, List<Reported> reports)
            throws SQLException {
        var ending = new LinkedHashSet<UUID>();
        for (var reported : reports) {
            if (reported.state() != OccurrenceState.RUNNING) {
                ending.add(reported.occurrenceId());
            }
        }
        if (ending.isEmpty()) {
            return Map.of();
        }
        return Gates.lock(connection, OccurrenceRows.gatedJobs(connection, ending));
    }

    private List<RunChange> decide(Connection connection, List<Reported> reports)
            throws SQLException {
        var ids = new LinkedHashSet<UUID>();
        reports.forEach(r -> ids.add(r.occurrenceId()));
        var changes = new LinkedHashMap<UUID, RunChange>();
        OccurrenceRows.lock(connection, ids)
                .forEach((id, run) -> changes.put(id, new RunChange(run, settings)));
        var recorded = AttemptRows.states(connection, late(reports, changes));
        for (var reported : reports) {
            var change = changes.get(reported.occurrenceId());
            if (change != null) { // otherwise it is unknown
                change.apply(
                        reported,
                        recorded.computeIfAbsent(change.id(), id -> new HashMap<>()),
                        () -> ThreadLocalRandom.current().nextDouble());
            }
        }
        return List.copyOf(changes.values());
    }

    /** Occurrences that have gone on since: what is recorded of their attempts must be known. */
    private static Set<UUID> late(List<Reported> reports, Map<UUID, RunChange> changes) {
        var late = new HashSet<UUID>();
        for (var reported : reports) {
            var change = changes.get(reported.occurrenceId());
            if (change != null
                    && (change.standing().isFinal()
                            || reported.attempt() < change.standing().attempt())) {
                late.add(change.id());
            }
        }
        return late;
    }

    private static void note(Connection connection, List<RunChange> changes, List<UUID> released)
            throws SQLException {
        var lines = new ArrayList<OccurrenceJournal.Line>();
        changes.forEach(change -> lines.addAll(change.decisions()));
        released.forEach(id -> lines.add(OccurrenceJournal.Line.released(id)));
        OccurrenceJournal.write(connection, lines);
    }

    private static Map<UUID, Instant> update(
            Connection connection, List<RunChange> changed, Set<UUID> gated) throws SQLException {
        var updated = OccurrenceRows.update(connection, changed);
        var endedAt = new HashMap<UUID, Instant>();
        for (var change : changed) {
            var row = updated.get(change.id());
            if (change.ends() && row.gated() && !gated.contains(change.run().jobId())) {
                throw new SQLException("a job has got a gate in the meantime", REPEAT);
            }
            endedAt.put(change.id(), row.endedAt());
        }
        return endedAt;
    }

    private static List<UUID> release(
            Connection connection, Map<UUID, JobGate> gates, List<RunChange> ending)
            throws SQLException {
        var endedByJob = new HashMap<UUID, List<UUID>>();
        for (var change : ending) {
            endedByJob
                    .computeIfAbsent(change.run().jobId(), id -> new ArrayList<>())
                    .add(change.id());
        }
        var released = new ArrayList<UUID>();
        for (var gate : gates.values()) {
            var ended = endedByJob.get(gate.jobId());
            if (ended != null) {
                released.addAll(Gates.end(connection, gate, ended));
            }
        }
        Gates.save(connection, gates.values());
        return released;
    }

    /** Counts runs that have ended; a replaced Unknown is taken off again. */
    private static void count(
            Connection connection, List<RunChange> ended, Map<UUID, Instant> endedAt)
            throws SQLException {
        RunCounters.count(
                connection,
                ended.stream()
                        .map(c -> new RunCounters.End(endedAt.get(c.id()), c.standing().state()))
                        .toList(),
                where(ended, RunChange::replaces).stream().map(RunChange::replaced).toList());
    }

    /** Lists runs that have failed, and takes from the list those that are Completed after all. */
    private static void list(
            Connection connection, List<RunChange> ended, Map<UUID, Instant> endedAt)
            throws SQLException {
        FailedRuns.list(
                connection,
                where(ended, RunChange::fails).stream()
                        .map(c -> c.failed(endedAt.get(c.id())))
                        .toList());
        FailedRuns.take(
                connection,
                where(ended, c -> c.replaces() && !c.fails()).stream().map(RunChange::id).toList());
    }

    private Recorded register(
            List<RunChange> changed,
            Map<UUID, Instant> endedAt,
            List<OutgoingRun> released,
            List<UUID> tripped,
            int late,
            List<Reported> unknown) {
        Instant now = clock.now();
        var retries = new LinkedHashMap<AttemptKey, Instant>();
        for (var change : changed) {
            if (change.retries()) {
                retries.put(
                        new AttemptKey(change.id(), change.standing().attempt()),
                        now.plus(change.delay()));
            }
        }
        var due = new LinkedHashMap<>(retries);
        released.forEach(run -> due.put(run.key(), now));
        index.register(due);
        return new Recorded(changed, endedAt, retries, released, tripped, late, unknown);
    }

    private static List<RunChange> where(
            Collection<RunChange> changes, Predicate<RunChange> condition) {
        return changes.stream().filter(condition).toList();
    }
}
