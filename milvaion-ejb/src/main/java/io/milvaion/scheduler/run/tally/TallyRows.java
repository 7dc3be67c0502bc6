package io.milvaion.scheduler.run.tally;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.run.tally.Tallies.Place;
import io.milvaion.scheduler.state.tally.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Statements on the rows of one period. Only one transaction at a time adds to them, that of the
 * leader: so sketches may be read, merged and written back.
 */
final class TallyRows {

    private final Period period;

    TallyRows(Period period) {
        this.period = period;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sketches(byte[] lateness, byte[] durations) {}

    private static final Sketches NONE = new Sketches(null, null);

    void add(Connection connection, Collection<Entry<Place, Tally>> tallies) throws SQLException {
        var stored = sketches(connection, tallies);
        new Columns<>(
                        """
                        insert into %s as r
                               (subject, at, started, completed, failed, cancelled, timed_out,
                                unknown, lateness_ms, duration_ms, lateness, durations)
                        select u.subject, to_timestamp(u.at / 1000.0), u.started, u.completed,
                               u.failed, u.cancelled, u.timed_out, u.unknown, u.late, u.took,
                               u.lateness, u.durations
                          from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[],
                                      ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                      ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])
                               as u (subject, at, started, completed, failed, cancelled, timed_out,
                                     unknown, late, took, lateness, durations)
                            on conflict (subject, at) do update
                           set started = r.started + excluded.started,
                               completed = r.completed + excluded.completed,
                               failed = r.failed + excluded.failed,
                               cancelled = r.cancelled + excluded.cancelled,
                               timed_out = r.timed_out + excluded.timed_out,
                               unknown = r.unknown + excluded.unknown,
                               lateness_ms = r.lateness_ms + excluded.lateness_ms,
                               duration_ms = r.duration_ms + excluded.duration_ms,
                               lateness = coalesce(excluded.lateness, r.lateness),
                               durations = coalesce(excluded.durations, r.durations)"""
                                .formatted(period.table()),
                        tallies)
                .uuids(e -> e.getKey().subject())
                .instants(e -> e.getKey().at())
                .longs(e -> e.getValue().count(OccurrenceState.RUNNING))
                .longs(e -> e.getValue().count(OccurrenceState.COMPLETED))
                .longs(e -> e.getValue().count(OccurrenceState.FAILED))
                .longs(e -> e.getValue().count(OccurrenceState.CANCELLED))
                .longs(e -> e.getValue().count(OccurrenceState.TIMED_OUT))
                .longs(e -> e.getValue().count(OccurrenceState.UNKNOWN))
                .longs(e -> e.getValue().lateness().sum())
                .longs(e -> e.getValue().durations().sum())
                .bytes(e -> e.getValue().lateness().addedTo(stored(stored, e).lateness()))
                .bytes(e -> e.getValue().durations().addedTo(stored(stored, e).durations()))
                .update(connection);
    }

    private static Sketches stored(Map<Place, Sketches> stored, Entry<Place, Tally> tally) {
        return stored.getOrDefault(tally.getKey(), NONE);
    }

    /** Those that are there already and change. */
    private Map<Place, Sketches> sketches(
            Connection connection, Collection<Entry<Place, Tally>> tallies) throws SQLException {
        var places =
                tallies.stream().filter(e -> e.getValue().hasValues()).map(Entry::getKey).toList();
        var stored = new HashMap<Place, Sketches>();
        new Columns<>(
                        """
                        select r.subject, r.at, r.lateness, r.durations
                          from unnest(?::uuid[], ?::bigint[]) as u (subject, at)
                               join %s r on r.subject = u.subject
                                        and r.at = to_timestamp(u.at / 1000.0)"""
                                .formatted(period.table()),
                        places)
                .uuids(Place::subject)
                .instants(Place::at)
                .forEach(
                        connection,
                        row ->
                                stored.put(
                                        new Place(row.uuid("subject"), row.instant("at")),
                                        new Sketches(
                                                row.bytes("lateness"), row.bytes("durations"))));
        return stored;
    }
}
