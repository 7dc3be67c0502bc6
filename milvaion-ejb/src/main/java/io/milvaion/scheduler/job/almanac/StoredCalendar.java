package io.milvaion.scheduler.job.almanac;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.ical.Ical;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A calendar.
 *
 * @param ical the text of its iCalendar file as it was read last, or null
 * @param icalReadAt when that was, or null
 * @param icalFailedSince since when it cannot be read any more, or null
 * @param icalFailure why, or null
 */
public record StoredCalendar(
        String name,
        CalendarDefinition definition,
        int version,
        String ical,
        Instant icalReadAt,
        Instant icalFailedSince,
        String icalFailure,
        Instant createdAt,
        Instant updatedAt) {

    static StoredCalendar of(Row row) throws SQLException {
        return new StoredCalendar(
                row.text("name"),
                CalendarJson.read(row.text("definition")),
                row.integer("version"),
                row.text("ical"),
                row.instant("ical_read_at"),
                row.instant("ical_failed_since"),
                row.text("ical_failure"),
                row.instant("created_at"),
                row.instant("updated_at"));
    }

    CalendarBook.ListedCalendar entry() {
        return new CalendarBook.ListedCalendar(definition, ical == null ? null : Ical.parse(ical));
    }
}
