package io.milvaion.scheduler.mend.recovery;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.tracking.Reported;
import io.milvaion.scheduler.run.tracking.Tracker;
import io.milvaion.scheduler.state.gate.Gates;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.States;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.OutgoingRuns;
import io.milvaion.scheduler.state.publish.RunPublisher;
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
import java.util.stream.Collectors;

/**
 * What the sweep does about what it found. Each remedy is one transaction of the term, says so in
 * the logs of the occurrences, and changes nothing that has gone on since it was read.
 */
final class Remedies {

    private final Database database;
    private final RunIndex index;
    private final RunPublisher publisher;
    private final Tracker tracker;
    private final RedisClock clock;
    private final RecoveryMetrics metrics;

    Remedies(
            Database database,
            RunIndex index,
            RunPublisher publisher,
            Tracker tracker,
            RedisClock clock,
            RecoveryMetrics metrics) {
        this.database = database;
        this.index = index;
        this.publisher = publisher;
        this.tracker = tracker;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Ends attempts whose workers have vanished. */
    void endAttempts(List<Reported> lost, TermFence fence) {
        if (!lost.isEmpty()) {
            tracker.recordLost(lost, fence::check);
        }
    }

    /** Records the ends of attempts whose reports are lost. */
    void recordEnds(List<Reported> unreported, TermFence fence) {
        if (!unreported.isEmpty()) {
            tracker.recordLost(unreported, fence::check);
            metrics.reportsLost(unreported.size());
        }
    }

    /** Publishes runs again whose messages are lost; not while they are stopped or paused. */
    void publishAgain(List<OpenRow> lost, TermFence fence) {
        if (lost.isEmpty() || publisher.isStopped()) {
            return;
        }
        Map<UUID, Integer> attempts =
                lost.stream().collect(Collectors.toMap(OpenRow::id, OpenRow::attempt));
        var runs =
                database.transaction(
                        connection -> {
                            fence.check(connection);
                            var again = new ArrayList<OutgoingRun>();
                            for (var run : OutgoingRuns.read(connection, attempts.keySet(), 2)) {
                                if (run.attempt() == attempts.get(run.occurrenceId())
                                        && !run.definition().paused()) {
                                    again.add(run);
                                }
                            }
                            note(
                                    connection,
                                    again.stream().map(OutgoingRun::occurrenceId).toList(),
                                    "Its message counts as lost: nobody has claimed it although"
                                            + " its queue went on; it is published again");
                            register(again.stream().map(OutgoingRun::key).toList());
                            return again;
                        });
        publisher.publishAndForget(runs);
    }

    /** Has the leader look at retries that were due long ago; not during an emergency stop. */
    void remind(List<OpenRow> overdue, TermFence fence) {
        if (overdue.isEmpty() || publisher.isStopped()) {
            return;
        }
        database.transaction(
                connection -> {
                    fence.check(connection);
                    note(
                            connection,
                            overdue.stream().map(OpenRow::id).toList(),
                            "Its retry was due 30 s ago and is looked at now");
                    return null;
                });
        index.remind(overdue.stream().map(OpenRow::key).toList(), clock.now());
    }

    /** Releases held runs of jobs whose predecessors have ended. */
    void release(Set<UUID> jobIds, TermFence fence) {
        if (jobIds.isEmpty()) {
            return;
        }
        Set<UUID> free = database.autocommit(connection -> withoutPredecessor(connection, jobIds));
        if (free.isEmpty()) {
            return;
        }
        var runs =
                database.transaction(
                        connection -> {
                            fence.check(connection);
                            var gates = Gates.lock(connection, free).values();
                            Gates.clearEnded(connection, gates);
                            var released = new ArrayList<UUID>();
                            for (var gate : gates) {
                                released.addAll(Gates.end(connection, gate, List.of()));
                            }
                            Gates.save(connection, gates);
                            note(
                                    connection,
                                    released,
                                    "It was held although no run was in its way, and is released");
                            var ready = OutgoingRuns.read(connection, released, 1);
                            register(ready.stream().map(OutgoingRun::key).toList());
                            return ready;
                        });
        publisher.publishAndForget(runs);
    }

    /** The last call before a commit. */
    private void register(Collection<AttemptKey> runs) {
        Instant now = clock.now();
        var due = new HashMap<AttemptKey, Instant>();
        runs.forEach(run -> due.put(run, now));
        index.register(due);
    }

    private static void note(Connection connection, Collection<UUID> ids, String decision)
            throws SQLException {
        OccurrenceJournal.write(
                connection,
                ids.stream().map(id -> OccurrenceJournal.Line.warn(id, decision)).toList());
    }

    private static Set<UUID> withoutPredecessor(Connection connection, Set<UUID> jobIds)
            throws SQLException {
        var free = new HashSet<UUID>();
        new Columns<>(
                        """
                        select s.job_id
                          from unnest(?::uuid[]) as u (job_id)
                          join job_schedule s on s.job_id = u.job_id
                          join jobs j on j.id = s.job_id
                          left join occurrences o on o.id = s.open_occurrence_id
                         where s.gated and s.held_count > 0
                           and case when j.open_limit = 1
                                    then s.open_occurrence_id is null or o.id is null or o.%s
                                    else j.open_limit is null or s.open_count < j.open_limit
                               end"""
                                .formatted(States.FINAL),
                        jobIds)
                .uuids(id -> id)
                .forEach(connection, row -> free.add(row.uuid("job_id")));
        return free;
    }
}
