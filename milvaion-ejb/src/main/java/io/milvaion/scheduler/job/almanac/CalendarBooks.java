package io.milvaion.scheduler.job.almanac;

import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The book of all calendars that this node keeps. */
public final class CalendarBooks {

    private static volatile Revised kept = new Revised(null, CalendarBook.EMPTY);

    /**
     * A book.
     *
     * @param revision null if none was read yet
     */
    public record Revised(UUID revision, CalendarBook book) {}

    /** With what a thread is about to write. */
    private static final ThreadLocal<CalendarBook> EXPECTED = new ThreadLocal<>();

    private CalendarBooks() {}

    /**
     * As it was read last: a second ago, or when this node has planned something; with what this
     * thread expects.
     */
    public static CalendarBook present() {
        var expected = EXPECTED.get();
        return expected == null ? kept.book() : expected;
    }

    /**
     * Documents may declare a calendar beside the jobs that name it: until {@link #forgetExpected}
     * it counts for what this thread judges and plans.
     */
    public static void expect(String name, CalendarDefinition definition) {
        EXPECTED.set(present().with(name, definition));
    }

    public static void forgetExpected() {
        EXPECTED.remove();
    }

    /** The same with its revision. */
    public static Revised kept() {
        return kept;
    }

    /** As it is; the caller has changed nothing in its transaction. */
    public static Revised of(Connection connection) throws SQLException {
        var last = kept;
        var revision = CalendarRows.revision(connection);
        if (!revision.equals(last.revision())) {
            last = new Revised(revision, CalendarRows.book(connection));
            kept = last;
        }
        return last;
    }
}
