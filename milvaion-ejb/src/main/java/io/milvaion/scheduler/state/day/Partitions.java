package io.milvaion.scheduler.state.day;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;

/**
 * Daily partitions of the tables of occurrences and their logs. A row whose day has no partition
 * goes to the default partition; as long as it is there, its day cannot get one.
 */
public final class Partitions {

    /** The lock that keeps nodes from making the same partition at once. */
    private static final long LOCK = 0x4d696c766169L;

    private static final DateTimeFormatter NAME = DateTimeFormatter.BASIC_ISO_DATE;

    private final Function<LocalDate, UUID> firstId;

    /**
     * @param firstId the smallest id of a day
     */
    public Partitions(Function<LocalDate, UUID> firstId) {
        this.firstId = firstId;
    }

    /**
     * Makes the partitions of days that do not have them, within the caller's transaction. A day
     * that has stray rows already is left to the default partition.
     */
    public void create(Connection connection, LocalDate first, LocalDate last) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(:lock)").with("lock", LOCK).found(connection);
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!exists(connection, "occurrences_" + NAME.format(day))
                    && !isStray(connection, day)) {
                create(connection, "occurrences", day, " with (fillfactor = 40)");
                create(connection, "occurrence_logs", day, "");
                enter(connection, day);
            }
        }
    }

    /** Rows that found no partition of their day; more than none is worth a warning. */
    public static long strayRows(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select (select count(*) from (select 1 from occurrences_other limit 1000) o)
                             + (select count(*) from (select 1 from occurrence_logs_other limit 1000) l)
                               as stray""")
                .one(connection, row -> row.number("stray"));
    }

    private boolean isStray(Connection connection, LocalDate day) throws SQLException {
        return Sql.of(
                        """
                        select exists (select 1 from occurrences_other where id >= :from and id < :end)
                            or exists (select 1 from occurrence_logs_other
                                        where occurrence_id >= :from and occurrence_id < :end)
                               as found""")
                .with("from", firstId.apply(day))
                .with("end", firstId.apply(day.plusDays(1)))
                .one(connection, row -> row.flag("found"));
    }

    private void create(Connection connection, String table, LocalDate day, String options)
            throws SQLException {
        // Bounds cannot be parameters; names and ids are made here, not given.
        Sql.of(
                        "create table %s_%s partition of %s for values from ('%s') to ('%s')%s"
                                .formatted(
                                        table,
                                        NAME.format(day),
                                        table,
                                        firstId.apply(day),
                                        firstId.apply(day.plusDays(1)),
                                        options))
                .update(connection);
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return Sql.of("select to_regclass(:table) is not null as found")
                .with("table", table)
                .one(connection, row -> row.flag("found"));
    }

    private static void enter(Connection connection, LocalDate day) throws SQLException {
        Sql.of("insert into occurrence_days (day) values (:day) on conflict do nothing")
                .with("day", day)
                .update(connection);
    }
}
