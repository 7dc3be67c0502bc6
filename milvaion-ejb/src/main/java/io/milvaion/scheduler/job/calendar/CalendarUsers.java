package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The jobs that name calendars. */
public final class CalendarUsers {

    private CalendarUsers() {}

    /**
     * Lists them by id.
     *
     * @param after the last id of the page before, or null
     * @param reach the jobs that may be seen
     */
    public static List<CalendarUser> list(
            Connection connection, Collection<String> calendars, UUID after, int limit, Reach reach)
            throws SQLException {
        return reach.narrow(
                        Sql.of(
                                """
                        select j.id, j.display_name, j.active, j.calendars, j.on_closed, s.next_run_at
                          from jobs j left join job_schedule s on s.job_id = j.id"""),
                        "j.id")
                .where("j.deleted_at is null")
                .where("j.calendars <> '{}'")
                .where("j.calendars && :calendars")
                .where("j.id > :after", after)
                .texts("calendars", calendars)
                .then("order by j.id limit :limit")
                .with("limit", limit)
                .list(connection, CalendarUser::of);
    }

    /** Marks all that are active, to be planned anew by the leader. */
    static int mark(Connection connection, Collection<String> calendars, String reason)
            throws SQLException {
        return Sql.of(
                        """
                        insert into replannings (job_id, reason)
                        select id, :reason from jobs
                         where deleted_at is null and active and calendars <> '{}'
                           and calendars && :calendars
                            on conflict (job_id) do update set reason = excluded.reason""")
                .texts("calendars", calendars)
                .with("reason", reason)
                .update(connection);
    }
}
