package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.ErrorGroup;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Lists and counts runs that have ended: {@code failed_occurrences} and {@code run_counters}. */
final class EndedRows {

    private record Hour(Instant start, int state) implements Comparable<Hour> {
        @Override
        public int compareTo(Hour other) {
            int byStart = start.compareTo(other.start);
            return byStart != 0 ? byStart : Integer.compare(state, other.state);
        }
    }

    private EndedRows() {}

    /**
     * Lists runs that ended otherwise than Completed, and takes those from the list that turn out
     * to be completed.
     *
     * @param ended runs that have become final or whose Unknown was replaced
     */
    static void list(Connection connection, Collection<RunChange> ended, Map<UUID, Instant> endedAt)
            throws SQLException {
        var failed =
                ended.stream()
                        .filter(c -> c.standing().state() != OccurrenceState.COMPLETED)
                        .toList();
        if (!failed.isEmpty()) {
            insert(connection, failed, endedAt);
        }
        var completed =
                ended.stream()
                        .filter(c -> c.replaces())
                        .filter(c -> c.standing().state() == OccurrenceState.COMPLETED)
                        .toList();
        if (!completed.isEmpty()) {
            delete(connection, completed);
        }
    }

    private static void insert(
            Connection connection, List<RunChange> failed, Map<UUID, Instant> endedAt)
            throws SQLException {
        new Columns<>(
                        """
                        insert into failed_occurrences
                               (occurrence_id, job_id, job_type, state, cause, attempts, ended_at,
                                error_type, error_group, group_id)
                        select u.id, u.job, u.type, u.state, u.cause, u.attempts,
                               to_timestamp(u.ended / 1000.0), u.error_type, u.error_group,
                               u.group_id
                          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::int[], ?::text[],
                                      ?::int[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                               as u (id, job, type, state, cause, attempts, ended, error_type,
                                     error_group, group_id)
                            on conflict (occurrence_id) do update
                           set state = excluded.state, cause = excluded.cause,
                               attempts = excluded.attempts, ended_at = excluded.ended_at,
                               error_type = excluded.error_type,
                               error_group = excluded.error_group, group_id = excluded.group_id""",
                        failed)
                .uuids(RunChange::id)
                .uuids(c -> c.run().jobId())
                .texts(c -> c.run().jobType())
                .ints(c -> c.standing().state().code())
                .texts(c -> c.cause().code())
                .ints(c -> c.standing().attempt())
                .instants(c -> endedAt.get(c.id()))
                .texts(c -> c.last().report().errorType())
                .texts(c -> errorGroup(c).text())
                .texts(c -> errorGroup(c).id())
                .update(connection);
    }

    private static void delete(Connection connection, List<RunChange> completed)
            throws SQLException {
        new Columns<>(
                        """
                        delete from failed_occurrences
                         where occurrence_id = any (?) and occurrence_id between ? and ?""",
                        completed)
                .ids(RunChange::id)
                .update(connection);
    }

    /** Counts runs by the hour in which they ended; a replaced Unknown is taken off again. */
    static void count(
            Connection connection, Collection<RunChange> ended, Map<UUID, Instant> endedAt)
            throws SQLException {
        var counts = new TreeMap<Hour, Integer>();
        for (var change : ended) {
            counts.merge(
                    hour(endedAt.get(change.id()), change.standing().state()), 1, Integer::sum);
            if (change.replaces()) {
                counts.merge(
                        hour(change.run().endedAt(), change.run().standing().state()),
                        -1,
                        Integer::sum);
            }
        }
        if (counts.isEmpty()) {
            return;
        }
        new Columns<>(TrackingSql.COUNT_ENDS, counts.entrySet())
                .instants(e -> e.getKey().start())
                .ints(e -> e.getKey().state())
                .ints(Map.Entry::getValue)
                .update(connection);
    }

    private static Hour hour(Instant at, OccurrenceState state) {
        return new Hour(at.truncatedTo(ChronoUnit.HOURS), state.code());
    }

    private static ErrorGroup errorGroup(RunChange change) {
        return switch (change.cause()) {
            case CANCELLED -> ErrorGroup.CANCELLED;
            case TIMED_OUT -> ErrorGroup.TIMED_OUT;
            case UNKNOWN, WORKER_LOST -> ErrorGroup.WORKER_LOST;
            case EXHAUSTED, PERMANENT, STOPPED, POISON -> {
                var report = change.last().report();
                yield ErrorGroup.of(report.errorType(), report.error());
            }
        };
    }
}
