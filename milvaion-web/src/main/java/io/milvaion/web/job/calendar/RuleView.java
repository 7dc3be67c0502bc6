package io.milvaion.web.job.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import io.milvaion.scheduler.time.calendar.CalendarRule.When;
import io.milvaion.scheduler.time.calendar.RuleKind;
import io.milvaion.web.ground.json.Fields;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule of a calendar in JSON, in both directions. */
@Schema(name = "CalendarRule")
public record RuleView(
        @Schema(required = true) RuleKind kind,
        @Schema(description = "what people call what it matches", maxLength = 200)
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String name,
        @Schema(description = "days of the week such as monday, of weekdays and times")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> days,
        @Schema(description = "such as 2027-05-14, of dates")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> dates,
        @Schema(description = "of range: 2027-08-02, or 12-24 of each year; of times: 22:00")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String from,
        @Schema(description = "likewise; the last day is part of a range, the end of a time is not")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String to,
        @Schema(description = "ISO 3166 code such as DE, of holidays")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String country,
        @Schema(description = "as /holidays lists it, such as be, of holidays")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String region,
        @Schema(description = "names of more holidays, by their dates")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                Map<String, String> added,
        @Schema(description = "dates that are no holidays")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> removed,
        @Schema(description = "the name of another one, of calendar")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String calendar,
        @Schema(description = "of calendar: whether it matches when the other is open or closed")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                When when) {

    private static final Words<RuleKind> KINDS = Words.of(RuleKind.class);
    private static final Words<DayOfWeek> DAYS = Words.of(DayOfWeek.class);
    private static final Words<When> STATES = Words.of(When.class);

    public static RuleView of(CalendarRule is) {
        var added = new TreeMap<String, String>();
        is.added().forEach((date, name) -> added.put(date.toString(), name));
        return new RuleView(
                is.kind(),
                is.name(),
                is.days().stream().map(Words::of).toList(),
                is.dates().stream().map(LocalDate::toString).toList(),
                is.from(),
                is.to(),
                is.country(),
                is.region(),
                added,
                is.removed().stream().map(LocalDate::toString).toList(),
                is.calendar(),
                is.when());
    }

    /** Reads one; null if its kind is missing. */
    static CalendarRule in(Fields fields) {
        var kind = fields.word("kind", KINDS, null);
        if (!fields.has("kind")) {
            fields.wrong("kind", "This is needed.");
        }
        var rule =
                new CalendarRule(
                        kind == null ? RuleKind.DATES : kind,
                        fields.text("name"),
                        days(fields),
                        dates(fields, "dates"),
                        fields.text("from"),
                        fields.text("to"),
                        fields.text("country"),
                        fields.text("region"),
                        added(fields),
                        dates(fields, "removed"),
                        fields.text("calendar"),
                        fields.word("when", STATES, null));
        return kind == null ? null : rule;
    }

    private static List<DayOfWeek> days(Fields fields) {
        var texts = fields.texts("days");
        var days = new ArrayList<DayOfWeek>();
        for (int i = 0; i < texts.size(); i++) {
            var day = DAYS.read(texts.get(i));
            if (day.isEmpty()) {
                fields.wrong("days[" + i + "]", "Allowed: " + DAYS.choices() + ".");
            }
            day.ifPresent(days::add);
        }
        return days;
    }

    private static List<LocalDate> dates(Fields fields, String name) {
        var texts = fields.texts(name);
        var dates = new ArrayList<LocalDate>();
        for (int i = 0; i < texts.size(); i++) {
            dates.add(date(fields, name + "[" + i + "]", texts.get(i)));
        }
        return dates.stream().filter(Objects::nonNull).toList();
    }

    private static Map<LocalDate, String> added(Fields fields) {
        var given = fields.object("added");
        var added = new TreeMap<LocalDate, String>();
        if (given != null) {
            given.properties()
                    .forEach(
                            entry -> {
                                var path = "added." + entry.getKey();
                                var date = date(fields, path, entry.getKey());
                                if (!entry.getValue().isTextual()) {
                                    fields.wrong(path, "This must be the name of a holiday.");
                                } else if (date != null) {
                                    added.put(date, entry.getValue().textValue());
                                }
                            });
        }
        return added;
    }

    private static LocalDate date(Fields fields, String path, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() <= 2999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        fields.wrong(path, "A date such as 2027-05-14, from 1900 to 2999.");
        return null;
    }
}
