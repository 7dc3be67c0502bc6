package io.milvaion.scheduler.time.tzdata;

import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRulesException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A zone in the notation of POSIX's {@code TZ}, with the times beyond a day that TZif allows.
 *
 * @param saving the other offset; the same if clocks never change
 * @param begins when clocks change to it; null if they never change
 * @param ends when they change back; null if they never change
 */
record PosixZone(ZoneOffset standard, ZoneOffset saving, YearlyDate begins, YearlyDate ends) {

    private static final String NAME = "(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)";
    private static final String TIME = "([+-]?\\d{1,3}(?::\\d{2}(?::\\d{2})?)?)";
    private static final String CHANGE = ",([MJ0-9.]+)(?:/" + TIME + ")?";
    private static final Pattern FORM =
            Pattern.compile(NAME + TIME + "(?:" + NAME + TIME + "?" + CHANGE + CHANGE + ")?");
    private static final int HOUR = 3_600;

    /**
     * @throws ZoneRulesException when it is none
     */
    static PosixZone parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new ZoneRulesException("No rule for the time after the last change: " + text);
        }
        int standard = -seconds(parts.group(1));
        if (parts.group(3) == null) {
            return always(ZoneOffset.ofTotalSeconds(standard));
        }
        int saving = parts.group(2) == null ? standard + HOUR : -seconds(parts.group(2));
        return new PosixZone(
                        ZoneOffset.ofTotalSeconds(standard),
                        ZoneOffset.ofTotalSeconds(saving),
                        change(parts.group(3), parts.group(4)),
                        change(parts.group(5), parts.group(6)))
                .simplified();
    }

    private static PosixZone always(ZoneOffset offset) {
        return new PosixZone(offset, offset, null, null);
    }

    private static YearlyDate change(String day, String time) {
        return new YearlyDate(day, time == null ? 2 * HOUR : seconds(time));
    }

    private static int seconds(String time) {
        var parts = time.replaceFirst("^[+-]", "").split(":");
        int seconds = 0;
        for (int i = 0, unit = HOUR; i < parts.length; i++, unit /= 60) {
            seconds += unit * Integer.parseInt(parts[i]);
        }
        return time.startsWith("-") ? -seconds : seconds;
    }

    /** What ends when it begins anew is for ever. */
    private PosixZone simplified() {
        var end = ends.in(2001).toEpochSecond(saving);
        return end >= begins.in(2002).toEpochSecond(standard) ? always(saving) : this;
    }

    boolean changes() {
        return !standard.equals(saving);
    }

    /** The changes of a year, in order. */
    List<ZoneOffsetTransition> of(int year) {
        return Stream.of(
                        ZoneOffsetTransition.of(begins.in(year), standard, saving),
                        ZoneOffsetTransition.of(ends.in(year), saving, standard))
                .sorted()
                .toList();
    }

    /** The same as rules of Java, in order; none where they cannot say it. */
    List<ZoneOffsetTransitionRule> rules() {
        Optional<ZoneOffsetTransitionRule> first = begins.rule(standard, standard, saving);
        Optional<ZoneOffsetTransitionRule> second = ends.rule(standard, saving, standard);
        return first.isEmpty() || second.isEmpty()
                ? List.of()
                : Stream.of(first.get(), second.get())
                        .sorted(Comparator.comparing(rule -> rule.createTransition(2001)))
                        .toList();
    }
}
