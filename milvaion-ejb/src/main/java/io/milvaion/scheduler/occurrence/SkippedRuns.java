package io.milvaion.scheduler.occurrence;

import io.milvaion.scheduler.persistence.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes the missed-run ledger within the caller's transaction. */
public final class SkippedRuns {

    private SkippedRuns() {}

    /** Adds records; one that is there already stays as it is. */
    public static void insert(Connection connection, List<SkippedRun> skipped) throws SQLException {
        if (skipped.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into skipped_runs (id, job_id, planned_at, last_at, count, reason, detail)
                        select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[],
                                             ?::int[], ?::text[], ?::text[])
                            on conflict do nothing""")) {
            new Columns<>(connection, statement, skipped)
                    .uuids(SkippedRun::id)
                    .uuids(SkippedRun::jobId)
                    .timestamps(SkippedRun::first)
                    .timestamps(SkippedRun::last)
                    .ints(SkippedRun::count)
                    .texts(skip -> skip.reason().wire())
                    .texts(SkippedRun::detail);
            statement.executeUpdate();
        }
    }
}
