package io.milvaion.scheduler.state.day;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Rows that are kept for some days only. */
enum OldRows {
    /** Silent workers: people see for a day what they have lost. */
    WORKERS("last_seen_at", 1),
    REPAIRS("at", 90),
    RECONCILE_RUNS("requested_at", 90);

    private static final int PORTION = 10_000;

    private final String delete;
    private final int days;

    OldRows(String time, int days) {
        this.delete =
                """
                delete from %1$s
                 where ctid = any (array(select ctid from %1$s
                                          where %2$s < now() - :days * interval '1 day'
                                          limit :portion))"""
                        .formatted(name().toLowerCase(Locale.ROOT), time);
        this.days = days;
    }

    /** Deletes what is older, in portions of one transaction each. */
    static void forget(Database database) {
        for (var rows : values()) {
            int deleted;
            do {
                deleted = database.transaction(rows::deletePortion);
            } while (deleted == PORTION);
        }
    }

    private int deletePortion(Connection connection) throws SQLException {
        return Sql.of(delete).with("days", days).with("portion", PORTION).update(connection);
    }
}
