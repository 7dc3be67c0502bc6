package io.milvaion.web.job.calendar;

import io.milvaion.scheduler.job.almanac.StoredCalendar;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A calendar in JSON. */
@Schema(name = "Calendar")
public record CalendarView(
        @Schema(readOnly = true) String name,
        @Nullable String description,
        @Nullable String timeZone,
        List<RuleView> include,
        List<RuleView> exclude,
        @Nullable String icalUrl,
        @Schema(readOnly = true, description = "null: no iCalendar file was read yet, nor tried")
                @Nullable IcalView ical,
        @Schema(readOnly = true) int version,
        @Schema(readOnly = true) Instant createdAt,
        @Schema(readOnly = true) Instant updatedAt) {

    /**
     * How its iCalendar file stands.
     *
     * @param readAt when what counts was read; null: never
     * @param failedSince since when it cannot be read; null: it can
     * @param failure why
     */
    @Schema(name = "CalendarFile")
    public record IcalView(
            @Nullable Instant readAt, @Nullable Instant failedSince, @Nullable String failure) {

        static IcalView of(StoredCalendar is) {
            return is.icalReadAt() == null && is.icalFailedSince() == null
                    ? null
                    : new IcalView(is.icalReadAt(), is.icalFailedSince(), is.icalFailure());
        }
    }

    static CalendarView of(StoredCalendar is) {
        var definition = is.definition();
        return new CalendarView(
                is.name(),
                definition.description(),
                definition.timeZone(),
                definition.include().stream().map(RuleView::of).toList(),
                definition.exclude().stream().map(RuleView::of).toList(),
                definition.icalUrl(),
                IcalView.of(is),
                is.version(),
                is.createdAt(),
                is.updatedAt());
    }
}
