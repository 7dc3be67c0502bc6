package io.milvaion.scheduler.see.statistics;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What is added up yet; to be read before the numbers.
 *
 * @param asOf what was recorded before is
 * @param since what ended before is not
 */
record Freshness(Instant now, Instant asOf, Instant since) {

    static Freshness read(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select now() as now, since,
                               coalesce((select min(written_at) from untallied_runs), now()) as as_of
                          from tally_begin""")
                .one(
                        connection,
                        row ->
                                new Freshness(
                                        row.instant("now"),
                                        row.instant("as_of"),
                                        row.instant("since")));
    }
}
