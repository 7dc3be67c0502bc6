package io.milvaion.scheduler.job.almanac;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code calendars}. */
public final class CalendarRows {

    /** There are few: each node keeps all of them. */
    public static final int MOST = 1_000;

    private CalendarRows() {}

    /** Reads all, by name. */
    public static List<StoredCalendar> list(Connection connection) throws SQLException {
        return Sql.of("select * from calendars order by name").list(connection, StoredCalendar::of);
    }

    /** Reads those of these names; locks them, by name, if that is asked for. */
    public static List<StoredCalendar> named(
            Connection connection, Collection<String> names, boolean locked) throws SQLException {
        return Sql.of("select * from calendars where name = any (:names) order by name")
                .texts("names", names)
                .then(locked ? "for no key update" : "")
                .list(connection, StoredCalendar::of);
    }

    public static Optional<StoredCalendar> find(Connection connection, String name)
            throws SQLException {
        return named(connection, List.of(name), false).stream().findFirst();
    }

    /** All of them as they are in this transaction. */
    public static CalendarBook book(Connection connection) throws SQLException {
        Map<String, CalendarBook.ListedCalendar> entries = new HashMap<>();
        list(connection).forEach(one -> entries.put(one.name(), one.entry()));
        return new CalendarBook(entries);
    }

    static UUID revision(Connection connection) throws SQLException {
        return Sql.of("select revision from calendar_revision")
                .one(connection, row -> row.uuid("revision"));
    }

    /** Changes of calendars happen one at a time; also tells all nodes to read them again. */
    public static void lock(Connection connection) throws SQLException {
        Sql.of("update calendar_revision set revision = gen_random_uuid()").update(connection);
    }

    /**
     * Keeps the calendars of a job from being deleted until it is saved.
     *
     * @throws InvalidInput naming those that there are not
     */
    public static void hold(Connection connection, List<String> names) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        var found =
                new HashSet<>(
                        Sql.of(
                                        """
                                        select name from calendars where name = any (:names)
                                         order by name for key share""")
                                .texts("names", names)
                                .list(connection, row -> row.text("name")));
        for (int i = 0; i < names.size(); i++) {
            if (!found.contains(names.get(i))) {
                throw new InvalidInput(
                        "calendars[" + i + "]", "There is no calendar " + names.get(i) + ".");
            }
        }
    }

    public static StoredCalendar put(
            Connection connection, String name, CalendarDefinition definition) throws SQLException {
        Sql.of(
                        """
                        insert into calendars as c (name, definition, created_at, updated_at)
                        values (:name, :definition::jsonb, now(), now())
                            on conflict (name) do update
                           set definition = excluded.definition, version = c.version + 1,
                               updated_at = now(), ical_due_at = now()""")
                .with("name", name)
                .with("definition", CalendarJson.write(definition))
                .update(connection);
        return find(connection, name).orElseThrow();
    }

    /** Keeps what was read of an iCalendar file. */
    public static void ical(Connection connection, String name, String text) throws SQLException {
        Sql.of(
                        """
                        update calendars
                           set ical = :ical, ical_read_at = now(), ical_failed_since = null,
                               ical_failure = null, version = version + (ical is distinct from :ical)::int
                         where name = :name""")
                .with("ical", text)
                .with("name", name)
                .update(connection);
    }

    /** Says that an iCalendar file was read, and is as it was. */
    public static void icalRead(Connection connection, String name) throws SQLException {
        Sql.of(
                        """
                        update calendars
                           set ical_read_at = now(), ical_failed_since = null, ical_failure = null
                         where name = :name""")
                .with("name", name)
                .update(connection);
    }

    /** Says that an iCalendar file could not be read; what was read before stays. */
    public static void icalFailed(Connection connection, String name, String why)
            throws SQLException {
        Sql.of(
                        """
                        update calendars
                           set ical_failed_since = coalesce(ical_failed_since, now()), ical_failure = :why,
                               ical_due_at = now() + interval '5 minutes'
                         where name = :name""")
                .with("why", why)
                .with("name", name)
                .update(connection);
    }

    public static void delete(Connection connection, String name) throws SQLException {
        Sql.of("delete from calendars where name = :name").with("name", name).update(connection);
    }
}
