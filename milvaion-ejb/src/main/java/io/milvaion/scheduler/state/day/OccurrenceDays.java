package io.milvaion.scheduler.state.day;

import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The days of occurrences (UTC, by the time in their ids): each has its partition, and is closed
 * when it is older than two days and none of its runs is open. Scans for open runs read the days
 * that are not closed.
 */
public final class OccurrenceDays {

    /** Enters days that have a partition and are not in the list; returns them. */
    public static final String ENTER_UNKNOWN =
            """
            insert into occurrence_days (day)
            select to_date(right(c.relname, 8), 'YYYYMMDD')
              from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'occurrences'::regclass
               and c.relname ~ '^occurrences_[0-9]{8}$'
                on conflict do nothing
            returning day""";

    private static final int BACK = 2;
    private static final int AHEAD = 7;

    private OccurrenceDays() {}

    /** Makes the partitions from two days back to seven ahead. */
    public static void create(Connection connection, LocalDate today) throws SQLException {
        new Partitions(OccurrenceDays::firstId)
                .create(connection, today.minusDays(BACK), today.plusDays(AHEAD));
    }

    /**
     * Finds days that are old enough to be closed.
     *
     * @return oldest first
     */
    public static List<LocalDate> open(Connection connection, LocalDate today) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select day from occurrence_days
                         where closed_at is null and day < ? order by day""")) {
            statement.setObject(1, today.minusDays(BACK));
            try (ResultSet row = statement.executeQuery()) {
                var days = new ArrayList<LocalDate>();
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
                return days;
            }
        }
    }

    /**
     * Closes a day if none of its runs is open. Whoever opens a run in it at the same time waits
     * for this transaction in {@link #reopen}.
     */
    public static void close(Connection connection, LocalDate day) throws SQLException {
        try (var patience = connection.createStatement()) {
            patience.execute("set local statement_timeout = '10min'");
        }
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select 1 from occurrence_days where day = ? for update")) {
            lock.setObject(1, day);
            lock.execute();
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update occurrence_days set closed_at = now()
                         where day = ? and not exists (
                               select 1 from occurrences where id >= ? and id < ? and state < 2)""")) {
            statement.setObject(1, day);
            statement.setObject(2, firstId(day));
            statement.setObject(3, firstId(day.plusDays(1)));
            statement.executeUpdate();
        }
    }

    /** Opens the days of runs that the caller's transaction opens; costs nothing for new runs. */
    public static void reopen(Connection connection, Collection<UUID> occurrenceIds, Instant now)
            throws SQLException {
        var recent = dayOf(now).minusDays(BACK);
        var days = new TreeSet<LocalDate>();
        for (UUID id : occurrenceIds) {
            var day = dayOf(OccurrenceId.timeOf(id));
            if (day.isBefore(recent)) {
                days.add(day);
            }
        }
        if (days.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into occurrence_days (day) select unnest(?::date[])
                            on conflict (day) do update set closed_at = null""")) {
            statement.setArray(1, connection.createArrayOf("date", days.toArray()));
            statement.executeUpdate();
        }
    }

    /** Whether a run of a day is open. */
    public static boolean holdsOpen(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select exists (
                               select 1 from occurrences where id >= ? and id < ? and state < 2)""")) {
            statement.setObject(1, firstId(day));
            statement.setObject(2, firstId(day.plusDays(1)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Opens a closed day. Returns whether it was closed. */
    public static boolean reopen(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update occurrence_days set closed_at = null
                         where day = ? and closed_at is not null""")) {
            statement.setObject(1, day);
            return statement.executeUpdate() == 1;
        }
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static UUID firstId(LocalDate day) {
        return OccurrenceId.lowest(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
