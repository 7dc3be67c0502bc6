package io.milvaion.scheduler.occurrence;

import io.milvaion.scheduler.persistence.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes the missed-run ledger within the caller's transaction. */
public final class SkipLedger {

    private SkipLedger() {}

    /** Adds records; one that is there already stays as it is. */
    public static void insert(Connection connection, List<Skip> skipped) throws SQLException {
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
                    .uuids(Skip::id)
                    .uuids(Skip::jobId)
                    .timestamps(Skip::first)
                    .timestamps(Skip::last)
                    .ints(Skip::count)
                    .texts(skip -> skip.reason().wire())
                    .texts(Skip::detail);
            statement.executeUpdate();
        }
    }
}
