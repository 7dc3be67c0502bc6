package io.milvaion.scheduler.state.day;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.tally.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** Rows that are kept for some days only. */
enum OldRows {
    /** Silent workers: people see for a day what they have lost. */
    WORKERS("last_seen_at", 1),
    REPAIRS("at", 90),
    RECONCILE_RUNS("requested_at", 90),
    RUN_MINUTES(Period.MINUTE),
    RUN_HOURS(Period.HOUR),
    RUN_DAYS(Period.DAY);

    private static final int PORTION = 10_000;

    private final String delete;
    private final int days;
    private final Period tallied; // null: days says how long

    OldRows(String time, int days) {
        this(time, days, null);
    }

    OldRows(Period tallied) {
        this("at", 0, tallied);
    }

    OldRows(String time, int days, Period tallied) {
        this.delete =
                """
                delete from %1$s
                 where ctid = any (array(select ctid from %1$s
                                          where %2$s < now() - :seconds * interval '1 second'
                                          limit :portion))"""
                        .formatted(name().toLowerCase(Locale.ROOT), time);
        this.days = days;
        this.tallied = tallied;
    }

    /** Deletes what is older, in portions of one transaction each. */
    static void forget(Database database, SettingsReader settings) {
        for (var rows : values()) {
            long seconds = rows.kept(settings).toSeconds();
            int deleted;
            do {
                deleted = database.transaction(c -> rows.deletePortion(c, seconds));
            } while (deleted == PORTION);
        }
    }

    private Duration kept(SettingsReader settings) {
        return tallied == null ? Duration.ofDays(days) : tallied.kept(settings);
    }

    private int deletePortion(Connection connection, long seconds) throws SQLException {
        return Sql.of(delete).with("seconds", seconds).with("portion", PORTION).update(connection);
    }
}
