package io.milvaion.scheduler.state.ending;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts runs by the hour in which they ended: {@code run_counters}. */
public final class RunCounters {

    /** The end of one run. */
    public record End(Instant at, OccurrenceState state) {}

    /**
     * An array for each member of {@code u}; public because the benchmark of what the servers allow
     * must execute the same.
     */
    public static final String COUNT =
            """
            insert into run_counters as c (hour, state, count)
            select to_timestamp(u.hour / 1000.0), u.state, u.count
              from unnest(?::bigint[], ?::int[], ?::int[]) as u (hour, state, count)
             order by 1, 2
                on conflict (hour, state) do update
               set count = c.count + excluded.count""";

    /** The order in which counters are locked. */
    private static final Comparator<End> ORDER =
            Comparator.comparing(End::at).thenComparing(end -> end.state().code());

    private RunCounters() {}

    public static void count(Connection connection, Collection<End> ends) throws SQLException {
        count(connection, ends, List.of());
    }

    /**
     * Counts ends.
     *
     * @param replaced ends that were counted before and turn out to be others: taken off again
     */
    public static void count(Connection connection, Collection<End> ends, Collection<End> replaced)
            throws SQLException {
        var counts = new TreeMap<End, Integer>(ORDER);
        ends.forEach(end -> counts.merge(hour(end), 1, Integer::sum));
        replaced.forEach(end -> counts.merge(hour(end), -1, Integer::sum));
        if (counts.isEmpty()) {
            return;
        }
        new Columns<>(COUNT, counts.entrySet())
                .instants(e -> e.getKey().at())
                .ints(e -> e.getKey().state().code())
                .ints(Map.Entry::getValue)
                .update(connection);
    }

    private static End hour(End end) {
        return new End(end.at().truncatedTo(ChronoUnit.HOURS), end.state());
    }
}
