package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.state.day.OccurrenceDays;
import io.milvaion.scheduler.state.gate.Admission;
import io.milvaion.scheduler.state.gate.Gates;
import io.milvaion.scheduler.state.gate.JobGate;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.missed.LateRun;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.missed.SkipLedger;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.stop.DispatchStops;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Step 4 of a batch: makes occurrences and skips of planned runs, and advances the schedule, in the
 * caller's transaction. One object per transaction, since a transaction may be run again.
 */
final class DispatchTransaction {

    /**
     * What the transaction has done.
     *
     * @param advanced jobs whose schedule was advanced; the others have been changed since they
     *     were read
     * @param late those of the new occurrences that come later than the misfire threshold
     */
    record Result(
            Set<UUID> advanced, List<OutgoingRun> opened, List<Skip> skipped, List<LateRun> late) {}

    /** A row for the one statement that advances and inserts. */
    private record Line(PlannedRun planned, UUID occurrenceId, Stage stage) {}

    /** Ids of jobs and of occurrences. */
    private record Written(Set<UUID> advanced, Set<UUID> inserted) {}

    private record Version(Instant plannedAt, int number) {}

    private final Connection connection;
    private final Term term;
    private final int maxHeld;
    private final List<Line> lines = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private final List<OccurrenceJournal.Line> held = new ArrayList<>();
    private Map<UUID, JobGate> gates = Map.of();

    DispatchTransaction(Connection connection, Term term, int maxHeld) {
        this.connection = connection;
        this.term = term;
        this.maxHeld = maxHeld;
    }

    Result run(List<PlannedRun> planned, RunIndex index, Instant now) throws SQLException {
        decide(planned);
        var written = advanceAndInsert();
        var advanced = written.advanced();
        var inserted = written.inserted();
        if (advanced.isEmpty() && !lines.isEmpty()) {
            new TermFence(term).look(connection);
            DispatchStops.requireNone(connection);
        }
        skips.removeIf(skip -> !advanced.contains(skip.jobId()));
        SkipLedger.insert(connection, skips);
        var late = late(inserted, now);
        SkipLedger.insertLate(connection, late);
        OccurrenceDays.reopen(connection, inserted, now);
        Gates.hold(connection, jobsOfHeld(inserted));
        OccurrenceJournal.write(
                connection,
                held.stream().filter(line -> inserted.contains(line.occurrenceId())).toList());
        Gates.save(connection, gates.values());
        var opened = new ArrayList<OutgoingRun>();
        for (var line : lines) {
            if (line.stage() == Stage.READY && inserted.contains(line.occurrenceId())) {
                opened.add(line.planned().job().run(line.occurrenceId(), line.planned().runAt()));
            }
        }
        register(opened, jobsOfHeld(inserted).keySet(), index, now);
        return new Result(advanced, opened, skips, late);
    }

    private void decide(List<PlannedRun> planned) throws SQLException {
        var gated = planned.stream().filter(p -> p.job().gated()).map(PlannedRun::jobId).toList();
        gates = Gates.lock(connection, gated);
        var current = gates.isEmpty() ? Map.<UUID, Version>of() : versions(gates.keySet());
        Gates.clearEnded(connection, gates.values());
        for (var run : planned) {
            var job = run.job();
            var gate = gates.get(job.id());
            if (job.gated()) {
                var asRead = new Version(job.plannedAt(), job.version());
                if (gate == null || !asRead.equals(current.get(job.id()))) {
                    continue; // changed since it was read: popped again
                }
            }
            skips.addAll(run.missed());
            lines.add(line(run, gate));
        }
    }

    private Line line(PlannedRun run, JobGate gate) {
        var id = run.occurrenceId();
        if (id == null) {
            return new Line(run, null, null);
        }
        var admission = gate == null ? Admission.OPEN : gate.admit(id, maxHeld);
        return switch (admission) {
            case OPEN -> new Line(run, id, Stage.READY);
            case HOLD -> held(run, gate);
            case SKIP_OVERLAP ->
                    skipped(run, MissedReason.OVERLAP, "occurrence " + gate.openId() + " is open");
            case SKIP_FULL -> skipped(run, MissedReason.FULL, gate.held() + " runs are held");
        };
    }

    private Line held(PlannedRun run, JobGate gate) {
        held.add(OccurrenceJournal.Line.held(run.occurrenceId(), gate.openId(), gate.held()));
        return new Line(run, run.occurrenceId(), Stage.HELD);
    }

    private Line skipped(PlannedRun run, MissedReason reason, String detail) {
        skips.add(Skip.one(run.jobId(), run.runAt(), reason, detail));
        return new Line(run, null, null);
    }

    private Map<UUID, Version> versions(Collection<UUID> lockedJobs) throws SQLException {
        var versions = new HashMap<UUID, Version>();
        Sql.of(
                        """
                        select job_id, next_run_at, definition_version
                          from job_schedule where job_id = any (:jobs) and next_run_at is not null""")
                .uuids("jobs", lockedJobs)
                .forEach(
                        connection,
                        row ->
                                versions.put(
                                        row.uuid("job_id"),
                                        new Version(
                                                row.instant("next_run_at"),
                                                row.integer("definition_version"))));
        return versions;
    }

    private Written advanceAndInsert() throws SQLException {
        var advanced = new HashSet<UUID>();
        var inserted = new HashSet<UUID>();
        var written = new Written(advanced, inserted);
        if (lines.isEmpty()) {
            return written;
        }
        new Columns<>(DispatchSql.ADVANCE_AND_INSERT, lines)
                .uuids(line -> line.planned().jobId())
                .ints(line -> line.planned().job().version())
                .timestamps(line -> advancesFrom(line.planned()))
                .timestamps(line -> line.planned().next())
                .uuids(Line::occurrenceId)
                .timestamps(line -> line.planned().runAt())
                .ints(line -> line.stage() == null ? null : line.stage().code())
                .texts(line -> line.planned().job().definition().jobType())
                .texts(line -> line.planned().job().definition().workerGroup())
                .value(term.number())
                .forEach(
                        connection,
                        row -> {
                            var job = row.uuid("job_id");
                            if (job != null) {
                                advanced.add(job);
                            } else {
                                inserted.add(row.uuid("id"));
                            }
                        });
        return written;
    }

    /** One row of a job advances it, over all its instants; the others only insert. */
    private static Instant advancesFrom(PlannedRun run) {
        return run.last() ? run.job().plannedAt() : null;
    }

    private List<LateRun> late(Set<UUID> inserted, Instant now) {
        var late = new ArrayList<LateRun>();
        for (var line : lines) {
            if (line.planned().plan().late() && inserted.contains(line.occurrenceId())) {
                var run = line.planned();
                late.add(new LateRun(line.occurrenceId(), run.jobId(), run.runAt(), now));
            }
        }
        return late;
    }

    private Map<UUID, UUID> jobsOfHeld(Set<UUID> inserted) {
        var held = new HashMap<UUID, UUID>();
        for (var line : lines) {
            if (line.stage() == Stage.HELD && inserted.contains(line.occurrenceId())) {
                held.put(line.occurrenceId(), line.planned().jobId());
            }
        }
        return held;
    }

    private static void register(
            List<OutgoingRun> opened, Set<UUID> held, RunIndex index, Instant now) {
        var due = new HashMap<AttemptKey, Instant>();
        opened.forEach(run -> due.put(run.key(), run.plannedAt()));
        index.register(due);
        index.opened(held, now);
    }
}
