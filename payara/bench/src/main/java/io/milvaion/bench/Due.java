package io.milvaion.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The planned instants of a scenario, in order.
 *
 * @param instants whole milliseconds, at least one
 */
public record Due(List<Instant> instants) {

    /** All at one instant. */
    Due(Instant at, int runs) {
        this(Collections.nCopies(runs, at.truncatedTo(ChronoUnit.MILLIS)));
    }

    /** All at the same second, so many seconds ahead or a little less. */
    public static Due atOnce(int runs, long secondsAhead) {
        return new Due(second(secondsAhead), runs);
    }

    /**
     * A steady rate, from so many seconds ahead.
     *
     * @param spread evenly over each second, or else all on the whole second
     */
    public static Due steady(int rate, int seconds, boolean spread, long secondsAhead) {
        var start = second(secondsAhead);
        var instants = new ArrayList<Instant>(rate * seconds);
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < rate; i++) {
                instants.add(start.plusSeconds(second).plusMillis(spread ? i * 1_000L / rate : 0));
            }
        }
        return new Due(instants);
    }

    /** What a steady rate is called in a report. */
    public static String steadyName(int rate, boolean spread) {
        return "due to started, %d/s %s"
                .formatted(rate, spread ? "spread evenly" : "on the full second");
    }

    public int size() {
        return instants.size();
    }

    public Instant first() {
        return instants.get(0);
    }

    public Instant last() {
        return instants.get(instants.size() - 1);
    }

    private static Instant second(long ahead) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(ahead);
    }
}
