package io.milvaion.scheduler.declare.kind;

import static java.util.stream.Collectors.toMap;

import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.job.almanac.StoredCalendar;
import io.milvaion.scheduler.job.calendar.CalendarWriting;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Calendars, which are known by their names. Their iCalendar files are no part of documents. */
@ApplicationScoped
public class CalendarKind implements ObjectKind<CalendarDefinition> {

    @Override
    public String name() {
        return "Calendar";
    }

    @Override
    public Optional<String> idOf(String name) {
        return Optional.of(name);
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public void expect(String name, CalendarDefinition wanted) {
        CalendarBooks.expect(name, wanted);
    }

    @Override
    public Map<String, CalendarDefinition> present(
            Connection connection, Collection<String> ids, boolean locked) throws SQLException {
        if (locked && !ids.isEmpty()) {
            CalendarRows.lock(connection);
        }
        return CalendarRows.named(connection, ids, locked).stream()
                .collect(toMap(StoredCalendar::name, StoredCalendar::definition));
    }

    @Override
    public Map<String, String> names(Connection connection) throws SQLException {
        return CalendarRows.list(connection).stream()
                .map(StoredCalendar::name)
                .collect(toMap(Function.identity(), Function.identity()));
    }

    /**
     * As far as the calendars tell that this node knows; the rest is checked when it is written.
     */
    @Override
    public List<Violation> violations(
            WantedObject<CalendarDefinition> wanted, CalendarDefinition before, Instant now) {
        return wanted.unreadable();
    }

    @Override
    public Done create(Connection connection, String name, CalendarDefinition wanted, String actor)
            throws SQLException {
        CalendarWriting.put(connection, name, wanted);
        return new Done(name, () -> {});
    }

    @Override
    public Done edit(Connection connection, String id, CalendarDefinition wanted, String actor)
            throws SQLException {
        return create(connection, id, wanted, actor);
    }

    @Override
    public Done delete(Connection connection, String id, String actor) throws SQLException {
        CalendarWriting.delete(connection, id);
        return new Done(id, () -> {});
    }
}
