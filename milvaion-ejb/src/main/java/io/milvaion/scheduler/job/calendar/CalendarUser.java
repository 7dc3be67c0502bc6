package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that names a calendar, or one that speaks of it.
 *
 * @param calendars all that it names
 */
public record CalendarUser(
        UUID id,
        String displayName,
        boolean active,
        List<String> calendars,
        String onClosed,
        @Nullable Instant nextRunAt) {

    static CalendarUser of(Row row) throws SQLException {
        return new CalendarUser(
                row.uuid("id"),
                row.text("display_name"),
                row.flag("active"),
                row.texts("calendars"),
                row.text("on_closed"),
                row.instant("next_run_at"));
    }
}
