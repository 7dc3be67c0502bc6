package io.milvaion.scheduler.state.day;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    private static final int BACK = 2;
    private static final int AHEAD = 7;

    private OccurrenceDays() {}

    /** Makes the partitions from two days back to seven ahead. */
    public static void create(Connection connection, LocalDate today) throws SQLException {
        new Partitions(OccurrenceDays::firstId)
                .create(connection, today.minusDays(BACK), today.plusDays(AHEAD));
    }

    /** Enters days that have a partition and are not in the list; returns them. */
    public static List<LocalDate> enterUnknown(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        insert into occurrence_days (day)
                        select to_date(right(c.relname, 8), 'YYYYMMDD')
                          from pg_inherits i join pg_class c on c.oid = i.inhrelid
                         where i.inhparent = 'occurrences'::regclass
                           and c.relname ~ '^occurrences_[0-9]{8}$'
                            on conflict do nothing
                        returning day""")
                .list(connection, row -> row.date("day"));
    }

    /**
     * Finds days that are old enough to be closed.
     *
     * @return oldest first
     */
    public static List<LocalDate> open(Connection connection, LocalDate today) throws SQLException {
        return Sql.of(
                        """
                        select day from occurrence_days
                         where closed_at is null and day < :recent order by day""")
                .with("recent", today.minusDays(BACK))
                .list(connection, row -> row.date("day"));
    }

    /**
     * Closes a day if none of its runs is open. Whoever opens a run in it at the same time waits
     * for this transaction in {@link #reopen}.
     */
    public static void close(Connection connection, LocalDate day) throws SQLException {
        Sql.of("set local statement_timeout = '10min'").update(connection);
        Sql.of("select 1 from occurrence_days where day = :day for update")
                .with("day", day)
                .found(connection);
        Sql.of(
                        """
                        update occurrence_days set closed_at = now()
                         where day = :day and not exists (
                               select 1 from occurrences where id >= :from and id < :end and %s)"""
                                .formatted(States.OPEN))
                .with("day", day)
                .with("from", firstId(day))
                .with("end", firstId(day.plusDays(1)))
                .update(connection);
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
        Sql.of(
                        """
                        insert into occurrence_days (day) select unnest(:days::date[])
                            on conflict (day) do update set closed_at = null""")
                .dates("days", days)
                .update(connection);
    }

    /** Whether a run of a day is open. */
    public static boolean holdsOpen(Connection connection, LocalDate day) throws SQLException {
        return Sql.of(
                        """
                        select exists (
                               select 1 from occurrences
                                where id >= :from and id < :end and %s) as found"""
                                .formatted(States.OPEN))
                .with("from", firstId(day))
                .with("end", firstId(day.plusDays(1)))
                .one(connection, row -> row.flag("found"));
    }

    /** Opens a closed day. Returns whether it was closed. */
    public static boolean reopen(Connection connection, LocalDate day) throws SQLException {
        return Sql.of(
                                """
                                update occurrence_days set closed_at = null
                                 where day = :day and closed_at is not null""")
                        .with("day", day)
                        .update(connection)
                == 1;
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static UUID firstId(LocalDate day) {
        return OccurrenceId.lowest(day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
