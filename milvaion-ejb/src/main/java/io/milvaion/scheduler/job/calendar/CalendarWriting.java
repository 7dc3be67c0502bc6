package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.almanac.CalendarJson;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.job.almanac.StoredCalendar;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Changes of calendars within the caller's transaction, which holds {@link CalendarRows#lock}. */
public final class CalendarWriting {

    /**
     * So many jobs are planned anew in the transaction of a change; more are left to the leader.
     */
    private static final int AT_ONCE = 200;

    private static final int NAMED = 20;

    private CalendarWriting() {}

    /** What is wrong with a calendar as things are. */
    public static List<Violation> violations(
            Connection connection, String name, CalendarDefinition wanted) throws SQLException {
        return CalendarCheck.violations(name, wanted, CalendarRows.book(connection));
    }

    /**
     * @throws InvalidInput naming everything that is wrong
     */
    public static StoredCalendar put(Connection connection, String name, CalendarDefinition wanted)
            throws SQLException {
        var violations = violations(connection, name, wanted);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        var before = CalendarRows.find(connection, name).orElse(null);
        if (before != null && before.definition().equals(wanted)) {
            return before;
        }
        var is = CalendarRows.put(connection, name, wanted);
        Audit.record(
                connection,
                Deed.of("calendar.put")
                        .on("calendar", name, name)
                        .changed(
                                before == null ? null : CalendarJson.tree(before.definition()),
                                CalendarJson.tree(wanted)));
        replan(connection, name);
        return is;
    }

    /** Plans the jobs anew that a changed calendar concerns, or marks them when they are many. */
    static void replan(Connection connection, String name) throws SQLException {
        var book = CalendarRows.book(connection);
        var reason = "because the calendar " + name + " has changed";
        var jobs =
                CalendarUsers.list(
                        connection, book.affectedBy(name), null, AT_ONCE + 1, Reach.EVERYTHING);
        if (jobs.size() > AT_ONCE) {
            CalendarUsers.mark(connection, book.affectedBy(name), reason);
            return;
        }
        for (var job : jobs) {
            ClosedPlan.move(connection, job.id(), book, reason);
        }
    }

    /**
     * Deletes a calendar; harmless if there is none.
     *
     * @throws CalendarInUse if jobs or other calendars name it
     */
    public static void delete(Connection connection, String name) throws SQLException {
        var before = CalendarRows.find(connection, name);
        if (before.isEmpty()) {
            return;
        }
        Sql.of("select 1 from calendars where name = :name for update")
                .with("name", name)
                .found(connection);
        var jobs = CalendarUsers.list(connection, Set.of(name), null, NAMED, Reach.EVERYTHING);
        var calendars = CalendarRows.book(connection).usersOf(name);
        if (!jobs.isEmpty() || !calendars.isEmpty()) {
            throw new CalendarInUse(name, jobs, calendars);
        }
        CalendarRows.delete(connection, name);
        Audit.record(
                connection,
                Deed.of("calendar.delete")
                        .on("calendar", name, name)
                        .changed(CalendarJson.tree(before.get().definition()), null));
    }
}
