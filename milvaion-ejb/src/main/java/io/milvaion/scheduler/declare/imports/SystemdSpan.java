package io.milvaion.scheduler.declare.imports;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as units have them: {@code 90}, {@code 1h 30min}, {@code 2days}. */
final class SystemdSpan {

    private static final Pattern SPAN = Pattern.compile("(\\s*[0-9]{1,9}\\s*[A-Za-z]*){1,20}+\\s*");
    private static final Pattern PART = Pattern.compile("([0-9]{1,9})\\s*([A-Za-z]*)");

    private static final Map<String, Duration> UNITS =
            Map.ofEntries(
                    Map.entry("ms", Duration.ofMillis(1)),
                    Map.entry("msec", Duration.ofMillis(1)),
                    Map.entry("", Duration.ofSeconds(1)),
                    Map.entry("s", Duration.ofSeconds(1)),
                    Map.entry("sec", Duration.ofSeconds(1)),
                    Map.entry("second", Duration.ofSeconds(1)),
                    Map.entry("seconds", Duration.ofSeconds(1)),
                    Map.entry("m", Duration.ofMinutes(1)),
                    Map.entry("min", Duration.ofMinutes(1)),
                    Map.entry("minute", Duration.ofMinutes(1)),
                    Map.entry("minutes", Duration.ofMinutes(1)),
                    Map.entry("h", Duration.ofHours(1)),
                    Map.entry("hr", Duration.ofHours(1)),
                    Map.entry("hour", Duration.ofHours(1)),
                    Map.entry("hours", Duration.ofHours(1)),
                    Map.entry("d", Duration.ofDays(1)),
                    Map.entry("day", Duration.ofDays(1)),
                    Map.entry("days", Duration.ofDays(1)),
                    Map.entry("w", Duration.ofDays(7)),
                    Map.entry("week", Duration.ofDays(7)),
                    Map.entry("weeks", Duration.ofDays(7)));

    private SystemdSpan() {}

    /** Empty if it is none, or nothing. */
    static Optional<Duration> read(String text) {
        if (!SPAN.matcher(text).matches()) {
            return Optional.empty();
        }
        var sum = Duration.ZERO;
        var part = PART.matcher(text);
        while (part.find()) {
            var unit = UNITS.get(part.group(2));
            if (unit == null) {
                return Optional.empty();
            }
            sum = sum.plus(unit.multipliedBy(Long.parseLong(part.group(1))));
        }
        return Optional.of(sum).filter(length -> !length.isZero());
    }
}
