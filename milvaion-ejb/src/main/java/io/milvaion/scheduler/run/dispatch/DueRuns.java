package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.occurrence.States;
import io.milvaion.scheduler.state.pause.Paused;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.OutgoingRuns;
import io.milvaion.scheduler.state.stop.DispatchStops;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Runs whose entry in {@code ready} has fallen due: retries whose time has come, and runs whose
 * publishing was never confirmed.
 */
final class DueRuns {

    private static final String MAKE_READY =
            """
            update occurrences o
               set stage = ?, available_at = null
              from unnest(?::uuid[], ?::int[]) as r (id, attempt)
             where o.id = r.id and o.attempt = r.attempt and o.%s and o.%s
               and o.id = any (?) and o.id between ? and ?
               and (select term from leader_terms) = ?
               and %s and not %s
            returning o.id"""
                    .formatted(
                            States.QUEUED,
                            States.BACKOFF,
                            DispatchStops.NONE_OPEN,
                            Paused.OCCURRENCE);

    private static final String PAUSED_RETRIES =
            """
            select o.id
              from unnest(?::uuid[], ?::int[]) as r (id, attempt)
              join occurrences o on o.id = r.id and o.attempt = r.attempt
             where o.%s and o.%s and o.id = any (?) and o.id between ? and ? and %s"""
                    .formatted(States.QUEUED, States.BACKOFF, Paused.OCCURRENCE);

    /**
     * What was popped and still is to be done.
     *
     * @param runs to publish now
     * @param paused what a pause keeps in {@code ready}
     */
    record Taken(List<OutgoingRun> runs, Set<AttemptKey> paused) {}

    private DueRuns() {}

    /**
     * Makes retries READY (copy 1) and takes again those that are READY at that attempt (copy 2);
     * anything else is not to be published any more, but for what is paused.
     *
     * @throws io.milvaion.scheduler.state.stop.DispatchingStopped if that is why there is less to
     *     publish
     */
    static Taken take(Connection connection, List<AttemptKey> popped, Term term)
            throws SQLException {
        if (popped.isEmpty()) {
            return new Taken(List.of(), Set.of());
        }
        var attempts = new HashMap<UUID, Integer>();
        popped.forEach(run -> attempts.merge(run.occurrenceId(), run.attempt(), Math::max));
        var retries = makeReady(connection, popped, term);
        var runs = new ArrayList<OutgoingRun>();
        var paused = new HashSet<AttemptKey>();
        for (var run : OutgoingRuns.read(connection, attempts.keySet(), 2)) {
            if (run.attempt() == attempts.get(run.occurrenceId())) {
                if (run.definition().paused()) {
                    paused.add(run.key());
                } else {
                    runs.add(retries.contains(run.occurrenceId()) ? run.firstCopy() : run);
                }
            }
        }
        if (runs.size() + paused.size() < attempts.size()) {
            DispatchStops.requireNone(connection);
            paused.addAll(pausedRetries(connection, popped, attempts));
        }
        notePublishedAgain(connection, runs);
        return new Taken(runs, paused);
    }

    private static void notePublishedAgain(Connection connection, List<OutgoingRun> runs)
            throws SQLException {
        OccurrenceJournal.write(
                connection,
                runs.stream()
                        .filter(run -> run.copy() > 1)
                        .map(
                                run ->
                                        OccurrenceJournal.Line.info(
                                                run.occurrenceId(),
                                                "The broker has not confirmed its message;"
                                                        + " it is published again"))
                        .toList());
    }

    private static Set<AttemptKey> pausedRetries(
            Connection connection, List<AttemptKey> popped, Map<UUID, Integer> attempts)
            throws SQLException {
        var paused = new HashSet<AttemptKey>();
        new Columns<>(PAUSED_RETRIES, popped)
                .uuids(AttemptKey::occurrenceId)
                .ints(AttemptKey::attempt)
                .ids(AttemptKey::occurrenceId)
                .forEach(
                        connection,
                        row -> {
                            var id = row.uuid("id");
                            paused.add(new AttemptKey(id, attempts.get(id)));
                        });
        return paused;
    }

    private static Set<UUID> makeReady(Connection connection, List<AttemptKey> popped, Term term)
            throws SQLException {
        var made = new HashSet<UUID>();
        new Columns<>(MAKE_READY, popped)
                .value(Stage.READY.code())
                .uuids(AttemptKey::occurrenceId)
                .ints(AttemptKey::attempt)
                .ids(AttemptKey::occurrenceId)
                .value(term.number())
                .forEach(connection, row -> made.add(row.uuid("id")));
        return made;
    }
}
