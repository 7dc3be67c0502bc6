package io.milvaion.scheduler.job.definition;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;

/** By how much runs may be put off. */
final class OffsetRules {

    private static final int MAX_SPREAD_SECONDS = 24 * 3600;
    private static final int MAX_JITTER_SECONDS = 3600;

    /** How many runs are looked at for the least time between two. */
    private static final int RUNS = 100;

    private final JobSchedule is;
    private final Instant now;
    private final BiConsumer<String, String> wrong;

    OffsetRules(JobSchedule is, Instant now, BiConsumer<String, String> wrong) {
        this.is = is;
        this.now = now;
        this.wrong = wrong;
    }

    void check() {
        checkRange("spreadSeconds", is.spreadSeconds(), MAX_SPREAD_SECONDS);
        if (checkRange("jitterSeconds", is.jitterSeconds(), MAX_JITTER_SECONDS)) {
            leastGap()
                    .filter(gap -> gap.compareTo(Duration.ofSeconds(is.jitterSeconds())) <= 0)
                    .ifPresent(
                            gap ->
                                    wrong.accept(
                                            "jitterSeconds",
                                            "Runs are as little as "
                                                    + gap.toSeconds()
                                                    + " s apart; this must be less."));
        }
    }

    private boolean checkRange(String field, Integer seconds, int most) {
        if (seconds == null) {
            return false;
        }
        if (seconds < 1 || seconds > most) {
            wrong.accept(field, "Allowed: 1 to " + most + ".");
            return false;
        }
        if (!is.repeats()) {
            wrong.accept(field, "Only with a schedule that plans again and again.");
            return false;
        }
        return true;
    }

    /** Between two of the next runs; empty if there are none, or none can be read. */
    private Optional<Duration> leastGap() {
        var timetable = is.withoutOffsets().readable(null);
        var run = timetable.flatMap(runs -> runs.nextAfter(now));
        Duration least = null;
        for (int i = 0; i < RUNS && run.isPresent(); i++) {
            var next = timetable.get().nextAfter(run.get());
            if (next.isPresent()) {
                var gap = Duration.between(run.get(), next.get());
                least = least == null || gap.compareTo(least) < 0 ? gap : least;
            }
            run = next;
        }
        return Optional.ofNullable(least);
    }
}
