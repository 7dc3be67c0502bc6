package io.milvaion.scheduler.see.cluster;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days (UTC) that have a partition for their runs.
 *
 * @param days how many
 * @param openDays those that may hold runs that have not ended
 * @param daysAhead those after today; none left means that runs go to the partition of strays
 */
public record DayPartitions(
        int days,
        int openDays,
        int daysAhead,
        @Nullable String firstDay,
        @Nullable String lastDay) {

    static DayPartitions read(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select count(*)::int as days, min(day) as first_day, max(day) as last_day,
                               count(*) filter (where open)::int as open_days,
                               count(*) filter (where day > (now() at time zone 'utc')::date)::int
                                   as ahead
                          from (select to_date(right(c.relname, 8), 'YYYYMMDD') as day,
                                       d.closed_at is null as open
                                  from pg_inherits i join pg_class c on c.oid = i.inhrelid
                                  left join occurrence_days d
                                    on d.day = to_date(right(c.relname, 8), 'YYYYMMDD')
                                 where i.inhparent = 'occurrences'::regclass
                                   and c.relname ~ '^occurrences_[0-9]{8}$') p""")
                .one(connection, DayPartitions::of);
    }

    private static DayPartitions of(Row row) throws SQLException {
        return new DayPartitions(
                row.integer("days"),
                row.integer("open_days"),
                row.integer("ahead"),
                text(row.date("first_day")),
                text(row.date("last_day")));
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
