package io.milvaion.scheduler.time.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code @every 1h30m}, an interval in the notation of Go. */
public final class EveryInterval {

    private static final Map<String, Long> NANOS =
            Map.of(
                    "ns", 1L,
                    "us", 1_000L,
                    "µs", 1_000L,
                    "ms", 1_000_000L,
                    "s", 1_000_000_000L,
                    "m", 60_000_000_000L,
                    "h", 3_600_000_000_000L);
    private static final String PART = "([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ns|us|µs|ms|s|m|h)";
    private static final Pattern EVERY = Pattern.compile("@every +((?:" + PART + ")+)");

    private EveryInterval() {}

    /**
     * The interval, in whole seconds and one at least, as robfig/cron has it; empty for any other
     * text.
     */
    public static Optional<Duration> in(String text) {
        Matcher every = EVERY.matcher(text.strip());
        if (!every.matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = BigDecimal.ZERO;
        Matcher part = Pattern.compile(PART).matcher(every.group(1));
        while (part.find()) {
            BigDecimal unit = BigDecimal.valueOf(NANOS.get(part.group(2)));
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(unit));
        }
        long seconds =
                nanos.divide(BigDecimal.valueOf(1_000_000_000), 0, RoundingMode.DOWN).longValue();
        return Optional.of(Duration.ofSeconds(Math.max(seconds, 1)));
    }
}
