package io.milvaion.scheduler.state.day;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
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
        try (var statement =
                        connection.prepareStatement(
                                """
                                select (select count(*) from (select 1 from occurrences_other limit 1000) o)
                                     + (select count(*) from (select 1 from occurrence_logs_other limit 1000) l)""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean isStray(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select exists (select 1 from occurrences_other where id >= ? and id < ?)
                            or exists (select 1 from occurrence_logs_other
                                        where occurrence_id >= ? and occurrence_id < ?)""")) {
            for (int i = 0; i < 2; i++) {
                statement.setObject(2 * i + 1, firstId.apply(day));
                statement.setObject(2 * i + 2, firstId.apply(day.plusDays(1)));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void create(Connection connection, String table, LocalDate day, String options)
            throws SQLException {
        // Bounds cannot be parameters; names and ids are made here, not given.
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create table %s_%s partition of %s for values from ('%s') to ('%s')%s"
                            .formatted(
                                    table,
                                    NAME.format(day),
                                    table,
                                    firstId.apply(day),
                                    firstId.apply(day.plusDays(1)),
                                    options));
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static void enter(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "insert into occurrence_days (day) values (?) on conflict do nothing")) {
            statement.setObject(1, day);
            statement.executeUpdate();
        }
    }
}
