package io.milvaion.web.job.calendar;

import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import io.milvaion.web.ground.json.Fields;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a calendar is to be. */
@Schema(name = "CalendarBody")
public record CalendarBody(
        @Schema(maxLength = 4_000) String description,
        @Schema(description = "in which its dates and times are meant; absent: that of each job")
                String timeZone,
        @Schema(description = "it is open when one of them matches; none: always")
                List<RuleView> include,
        @Schema(description = "it is closed when one of them matches") List<RuleView> exclude,
        @Schema(description = "https address of an iCalendar file that is read again and again")
                String icalUrl) {

    public static CalendarDefinition in(Fields fields) {
        return new CalendarDefinition(
                fields.text("description"),
                fields.text("timeZone"),
                rules(fields, "include"),
                rules(fields, "exclude"),
                fields.text("icalUrl"));
    }

    /** As documents have it: without what is absent. */
    public static CalendarBody of(CalendarDefinition is) {
        return new CalendarBody(
                is.description(),
                is.timeZone(),
                is.include().stream().map(RuleView::of).toList(),
                is.exclude().stream().map(RuleView::of).toList(),
                is.icalUrl());
    }

    private static List<CalendarRule> rules(Fields fields, String name) {
        return fields.parts(name, RuleView::in).stream().filter(Objects::nonNull).toList();
    }
}
