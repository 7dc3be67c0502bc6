package io.milvaion.scheduler.state.tally;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Facts that are not added up yet: {@code untallied_runs}. */
public final class UntalliedRuns {

    /**
     * An array for each member; public because the benchmark of what the servers allow must execute
     * the same.
     */
    public static final String INSERT =
            """
            insert into untallied_runs (job_ids, job_types, states, at_ms, values_ms, counts)
            values (?, ?, ?, ?, ?, ?)""";

    private UntalliedRuns() {}

    /** Writes what the caller's transaction makes of runs; locks nothing. */
    public static void write(Connection connection, Collection<RunFact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        new Columns<>(INSERT, facts)
                .uuids(RunFact::jobId)
                .texts(RunFact::jobType)
                .ints(fact -> fact.state().code())
                .instants(RunFact::at)
                .longs(RunFact::valueMs)
                .ints(RunFact::count)
                .update(connection);
    }

    /**
     * Takes the facts of the oldest transactions, for whoever adds them up in the same transaction.
     *
     * @param transactions at most
     */
    public static List<RunFact> take(Connection connection, int transactions) throws SQLException {
        return Sql.of(
                        """
                        with taken as (
                            delete from untallied_runs
                             where number = any (array(select number from untallied_runs
                                                        order by number limit :transactions))
                            returning *)
                        select f.* from taken t
                               cross join unnest(t.job_ids, t.job_types, t.states, t.at_ms,
                                                 t.values_ms, t.counts)
                                    as f (job_id, job_type, state, at_ms, value_ms, count)""")
                .with("transactions", transactions)
                .list(connection, UntalliedRuns::fact);
    }

    /** Whether any are to be added up. */
    public static boolean areThere(Connection connection) throws SQLException {
        return Sql.of("select 1 from untallied_runs limit 1").found(connection);
    }

    private static RunFact fact(Row row) throws SQLException {
        return new RunFact(
                row.uuid("job_id"),
                row.text("job_type"),
                OccurrenceState.of(row.integer("state")),
                Instant.ofEpochMilli(row.number("at_ms")),
                row.number("value_ms"),
                row.integer("count"));
    }
}
