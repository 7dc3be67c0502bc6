package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Statements on {@code attempts}, each for all runs of a batch. */
final class AttemptRows {

    private static final String SAVE =
            """
            insert into attempts as a
                   (occurrence_id, attempt, state, worker_instance, published_at,
                    started_at, ended_at, duration_ms, error, error_type)
            select u.id, u.attempt, u.state, u.instance, to_timestamp(u.published / 1000.0),
                   case when u.%s -- lost: nobody reports it, but its start is known
                       then (select o.started_at from occurrences o
                              where o.id = u.id and o.attempt = u.attempt)
                       else to_timestamp(u.started / 1000.0) end,
                   coalesce(to_timestamp(u.ended / 1000.0), now()), u.duration, u.error,
                   u.error_type
              from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::bigint[],
                          ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                   as u (id, attempt, state, instance, published,
                         started, ended, duration, error, error_type)
                on conflict (occurrence_id, attempt) do update
               set state = excluded.state, worker_instance = excluded.worker_instance,
                   published_at = excluded.published_at,
                   started_at = excluded.started_at, ended_at = excluded.ended_at,
                   duration_ms = excluded.duration_ms, error = excluded.error,
                   error_type = excluded.error_type
             where a.%s"""
                    .formatted(States.UNKNOWN, States.UNKNOWN);

    private AttemptRows() {}

    /** Reads what is recorded of the attempts of occurrences. */
    static Map<UUID, Map<Integer, OccurrenceState>> states(
            Connection connection, Collection<UUID> occurrenceIds) throws SQLException {
        var states = new HashMap<UUID, Map<Integer, OccurrenceState>>();
        if (occurrenceIds.isEmpty()) {
            return states;
        }
        new Columns<>(
                        """
                        select occurrence_id, attempt, state from attempts
                         where occurrence_id = any (?) and occurrence_id between ? and ?""",
                        occurrenceIds)
                .ids(id -> id)
                .forEach(
                        connection,
                        row ->
                                states.computeIfAbsent(
                                                row.uuid("occurrence_id"), id -> new HashMap<>())
                                        .put(
                                                row.integer("attempt"),
                                                OccurrenceState.of(row.integer("state"))));
        return states;
    }

    /** Records ended attempts. Of an attempt the first result stays; only Unknown is replaced. */
    static void save(Connection connection, Collection<Reported> ended) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        new Columns<>(SAVE, ended)
                .uuids(Reported::occurrenceId)
                .ints(Reported::attempt)
                .ints(r -> r.state().code())
                .texts(Reported::instanceId)
                .instants(r -> r.report().publishedAt())
                .instants(r -> r.report().startedAt())
                .instants(r -> r.report().endedAt())
                .longs(r -> r.report().durationMs())
                .texts(r -> r.report().error())
                .texts(r -> r.report().errorType())
                .update(connection);
    }
}
