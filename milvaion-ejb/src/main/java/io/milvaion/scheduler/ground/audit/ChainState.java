package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.SQLException;

/** How the chain stands, as one node sees it. Belongs to the thread of the loop. */
final class ChainState {

    private static final int LATE_SECONDS = 60;

    private long highest; // the number of the head that this node has seen

    /**
     * @param oldestSeconds since the oldest unsealed entry was made
     * @param problem for people; empty if there is none
     */
    record Now(long unsealed, long oldestSeconds, String problem) {}

    private record Counts(long unsealed, long oldestSeconds, long head) {

        static Counts of(Row row) throws SQLException {
            return new Counts(row.number("unsealed"), row.number("oldest"), row.number("head"));
        }
    }

    Now read(Database database) {
        var counts =
                database.autocommit(
                        connection ->
                                Sql.of(
                                                """
                                                select count(*) as unsealed,
                                                       coalesce(extract(epoch from now() - min(at)), 0)::bigint as oldest,
                                                       (select number from audit_marks where name = 'head') as head
                                                  from audit_unsealed""")
                                        .one(connection, Counts::of));
        var problem = problem(counts);
        highest = Math.max(highest, counts.head());
        return new Now(counts.unsealed(), Math.max(0, counts.oldestSeconds()), problem);
    }

    private String problem(Counts now) {
        if (now.head() < highest) {
            return "the audit trail ends at "
                    + now.head()
                    + " and has ended at "
                    + highest
                    + ": the database was set back, or somebody has cut it off";
        }
        return now.oldestSeconds() > LATE_SECONDS
                ? "an entry of the audit trail has not been sealed for "
                        + now.oldestSeconds()
                        + " s"
                : "";
    }
}
