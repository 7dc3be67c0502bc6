package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.index.Entry;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.index.IndexSet;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
 * Members of the sets in Redis that nothing writes, that PostgreSQL does not know, or whose scores
 * would hide them. An entry is removed only if it is still as it was read.
 */
final class StrayEntries implements Check {

    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final IndexAudit audit;
    private final Duration longestRetry;

    /**
     * @param longestRetry how long a run may wait for its retry
     */
    StrayEntries(IndexAudit audit, Duration longestRetry) {
        this.audit = audit;
        this.longestRetry = longestRetry;
    }

    /**
     * What PostgreSQL says of a run.
     *
     * @param due when it is to be looked at; null if it is not queued
     */
    private record Known(boolean open, int attempt, Instant due) {}

    @Override
    public void run(Pass pass) {
        for (var set : IndexSet.values()) {
            audit.each(set, page -> look(pass, set, page));
        }
    }

    private void look(Pass pass, IndexSet set, List<Entry> page) {
        var stray = new ArrayList<Entry>();
        var ids = new HashMap<Entry, UUID>();
        for (var entry : page) {
            set.idIn(entry.member())
                    .ifPresentOrElse(id -> ids.put(entry, id), () -> stray.add(entry));
        }
        drop(pass, set, stray, "something that nothing writes");
        if (!ids.isEmpty()) {
            switch (set) {
                case SCHEDULE -> drop(pass, set, unplanned(pass, ids), "a job that is not planned");
                case READY, OPEN -> lookAtRuns(pass, set, ids);
                case DISPATCHING -> {
                    // leases end by themselves, and then PostgreSQL is asked
                }
            }
        }
    }

    private static List<Entry> unplanned(Pass pass, Map<Entry, UUID> ids) {
        var known = pass.database().autocommit(connection -> planned(connection, ids.values()));
        return ids.keySet().stream().filter(entry -> !known.contains(ids.get(entry))).toList();
    }

    /**
     * An entry of a run that is over, or was rolled back, is harmless and goes when it falls due
     * ({@code ready}) or is swept ({@code open}). So only entries count whose scores keep them from
     * that.
     */
    private void lookAtRuns(Pass pass, IndexSet set, Map<Entry, UUID> ids) {
        Instant now = pass.now();
        var hidden = new HashMap<Entry, UUID>();
        ids.forEach(
                (entry, id) -> {
                    if (isHidden(set, entry, now)) {
                        hidden.put(entry, id);
                    }
                });
        if (hidden.isEmpty()) {
            return;
        }
        var known = pass.database().autocommit(connection -> runs(connection, hidden.values()));
        var stray = new ArrayList<Entry>();
        var scores = new HashMap<String, Instant>();
        hidden.forEach(
                (entry, id) -> {
                    var run = known.get(id);
                    if (run == null || isOver(set, entry, run)) {
                        stray.add(entry);
                    } else {
                        scores.put(entry.member(), run.due() == null ? now : run.due());
                    }
                });
        drop(pass, set, stray, "a run that is over or does not exist");
        if (!scores.isEmpty()) {
            pass.repair(
                    (connection, repaired) -> {
                        scores.forEach(
                                (member, at) ->
                                        repaired.add(
                                                NewRepair.ofRun(
                                                        RepairKind.INDEX_STRAY,
                                                        null,
                                                        set.idIn(member).orElseThrow(),
                                                        "Redis had a time for it in "
                                                                + set.wire()
                                                                + " at which it cannot be due",
                                                        "it is " + at)));
                        audit.rescore(set, scores);
                    });
        }
    }

    /** Whether nobody would look at an entry: nothing in open is to come, no retry waits longer. */
    private boolean isHidden(IndexSet set, Entry entry, Instant now) {
        var latest = now.plus(set == IndexSet.READY ? longestRetry : TOLERANCE);
        return entry.score() > (double) latest.toEpochMilli()
                || (set == IndexSet.OPEN && entry.score() < 0);
    }

    private static boolean isOver(IndexSet set, Entry entry, Known run) {
        return !run.open()
                || (set == IndexSet.READY
                        && IndexSet.runIn(entry.member()).orElseThrow().attempt() < run.attempt());
    }

    private void drop(Pass pass, IndexSet set, List<Entry> stray, String what) {
        var dropped = audit.drop(set, stray);
        if (!dropped.isEmpty()) {
            pass.repair(
                    (connection, repaired) ->
                            dropped.forEach(
                                    member ->
                                            repaired.add(
                                                    StrayMember.made(set.wire(), member, what))));
        }
    }

    private static Map<UUID, Known> runs(Connection connection, Collection<UUID> ids)
            throws SQLException {
        var runs = new HashMap<UUID, Known>();
        new Columns<>(
                        """
                        select id, %s as open, attempt, case when %s then available_at end as due
                          from occurrences
                         where id = any (?) and id between ? and ?"""
                                .formatted(States.OPEN, States.QUEUED),
                        ids)
                .ids(id -> id)
                .forEach(
                        connection,
                        row ->
                                runs.put(
                                        row.uuid("id"),
                                        new Known(
                                                row.flag("open"),
                                                row.integer("attempt"),
                                                row.instant("due"))));
        return runs;
    }

    /** Those of the jobs that the index may hold. */
    private static Set<UUID> planned(Connection connection, Collection<UUID> jobs)
            throws SQLException {
        var planned = new HashSet<UUID>();
        new Columns<>(
                        """
                        select job_id from job_schedule
                         where job_id = any (?) and job_id between ? and ?
                           and (next_run_at is not null
                                or synced_version <> definition_version)""",
                        jobs)
                .ids(id -> id)
                .forEach(connection, row -> planned.add(row.uuid("job_id")));
        return planned;
    }
}
