package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.job.almanac.StoredCalendar;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.ical.Ical;
import io.milvaion.scheduler.time.ical.InvalidIcal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** The calendars there are. */
@ApplicationScoped
public class Calendars {

    @Inject Database database;
    @Inject RedisClock clock;

    /** Reads all, by name. */
    public List<StoredCalendar> list() {
        return database.autocommit(CalendarRows::list);
    }

    public StoredCalendar require(String name) {
        return database.autocommit(connection -> CalendarRows.find(connection, name))
                .orElseThrow(() -> NotFound.calendar(name));
    }

    /** All calendars as they are. */
    public CalendarBook book() {
        return database.autocommit(CalendarBooks::of).book();
    }

    /**
     * The jobs that name a calendar, or one that speaks of it; by id.
     *
     * @param after the last id of the page before, or null
     */
    public List<CalendarUser> users(String name, UUID after, int limit, Reach reach) {
        require(name);
        return database.autocommit(
                connection ->
                        CalendarUsers.list(
                                connection,
                                CalendarBooks.of(connection).book().affectedBy(name),
                                after,
                                limit,
                                reach));
    }

    /**
     * Tells what {@link #put} would move, and does nothing.
     *
     * @throws InvalidInput naming everything that is wrong
     */
    public CalendarChange check(String name, CalendarDefinition wanted) {
        var now = clock.now();
        return database.autocommit(
                connection -> {
                    var before = CalendarBooks.of(connection).book();
                    refuse(name, wanted, before);
                    var after = before.with(name, wanted);
                    return new CalendarMoves(before, after, now)
                            .of(connection, after.affectedBy(name));
                });
    }

    /**
     * Makes a calendar or changes it, and plans the jobs anew that it concerns.
     *
     * @param expected what the caller takes it for; gets null if there is none
     * @throws InvalidInput naming everything that is wrong
     */
    public StoredCalendar put(
            String name, CalendarDefinition wanted, Predicate<StoredCalendar> expected) {
        var saved =
                database.transaction(
                        connection -> {
                            CalendarRows.lock(connection);
                            ChangedMeanwhile.unless(
                                    expected, CalendarRows.find(connection, name).orElse(null));
                            return CalendarWriting.put(connection, name, wanted);
                        });
        book();
        return saved;
    }

    /**
     * Takes what an iCalendar file says in place of what was read before.
     *
     * @throws InvalidInput if it is none
     */
    public StoredCalendar ical(String name, String text) {
        try {
            Ical.parse(text);
        } catch (InvalidIcal e) {
            throw new InvalidInput("", e.getMessage());
        }
        var saved =
                database.transaction(
                        connection -> {
                            CalendarRows.lock(connection);
                            var before =
                                    CalendarRows.named(connection, List.of(name), true).stream()
                                            .findFirst()
                                            .orElseThrow(() -> NotFound.calendar(name));
                            CalendarRows.ical(connection, name, text);
                            var is = CalendarRows.find(connection, name).orElseThrow();
                            Audit.record(
                                    connection,
                                    Deed.of("calendar.ical")
                                            .on("calendar", name, name)
                                            .changed(bytes(before), bytes(is)));
                            CalendarWriting.replan(connection, name);
                            return is;
                        });
        book();
        return saved;
    }

    private static Map<String, Integer> bytes(StoredCalendar is) {
        return Map.of("icalCharacters", is.ical() == null ? 0 : is.ical().length());
    }

    /**
     * Deletes a calendar; harmless if there is none.
     *
     * @param expected what the caller takes it for; gets null if there is none
     * @throws CalendarInUse if jobs or other calendars name it
     */
    public void delete(String name, Predicate<StoredCalendar> expected) {
        database.transaction(
                connection -> {
                    CalendarRows.lock(connection);
                    ChangedMeanwhile.unless(
                            expected, CalendarRows.find(connection, name).orElse(null));
                    CalendarWriting.delete(connection, name);
                    return null;
                });
        book();
    }

    private static void refuse(String name, CalendarDefinition wanted, CalendarBook book) {
        var violations = CalendarCheck.violations(name, wanted, book);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
