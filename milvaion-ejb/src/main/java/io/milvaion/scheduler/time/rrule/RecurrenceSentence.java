package io.milvaion.scheduler.time.rrule;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in English what a rule says. */
final class RecurrenceSentence {

    private RecurrenceSentence() {}

    static String of(RecurrenceText text) {
        List<String> sentences = new ArrayList<>();
        text.rules().forEach(rule -> sentences.add(of(rule)));
        String start = text.start() + " (" + text.zone() + ")";
        String all = sentences.isEmpty() ? "At" : String.join(" and ", sentences) + ", from";
        int added = text.added().size();
        int excluded = text.excluded().size();
        return all
                + " "
                + start
                + (added == 0 ? "" : ", and at " + number(added, "date"))
                + (excluded == 0 ? "" : ", without " + number(excluded, "date"))
                + ".";
    }

    private static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String of(RuleParts rule) {
        String unit =
                switch (rule.frequency()) {
                    case SECONDLY -> "second";
                    case MINUTELY -> "minute";
                    case HOURLY -> "hour";
                    case DAILY -> "day";
                    case WEEKLY -> "week";
                    case MONTHLY -> "month";
                    case YEARLY -> "year";
                };
        var words =
                new StringBuilder("Every ")
                        .append(rule.interval() == 1 ? unit : number(rule.interval(), unit));
        add(words, rule, RulePart.BYMONTH, " in month ");
        add(words, rule, RulePart.BYWEEKNO, " in week ");
        add(words, rule, RulePart.BYYEARDAY, " on day of the year ");
        add(words, rule, RulePart.BYMONTHDAY, " on day of the month ");
        if (!rule.weekdays().isEmpty()) {
            words.append(" on ").append(weekdays(rule.weekdays()));
        }
        add(words, rule, RulePart.BYHOUR, " at hour ");
        add(words, rule, RulePart.BYMINUTE, " at minute ");
        add(words, rule, RulePart.BYSECOND, " at second ");
        add(words, rule, RulePart.BYSETPOS, ", of these only number ");
        if (rule.count() != null) {
            words.append(", ").append(number(rule.count(), "time"));
        }
        if (rule.until() != null) {
            words.append(", until ")
                    .append(rule.until().at())
                    .append(rule.until().utc() ? "Z" : "");
        }
        return words.toString();
    }

    private static void add(StringBuilder words, RuleParts rule, RulePart part, String lead) {
        if (rule.has(part)) {
            words.append(lead)
                    .append(
                            rule.numbers(part).stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String weekdays(List<Weekday> weekdays) {
        return weekdays.stream()
                .map(
                        day ->
                                number(day.n())
                                        + day.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
    }

    private static String number(int n) {
        return switch (n) {
            case 0 -> "";
            case 1 -> "1st ";
            case 2 -> "2nd ";
            case 3 -> "3rd ";
            case -1 -> "last ";
            default -> n > 0 ? n + "th " : number(-n) + "last ";
        };
    }
}
