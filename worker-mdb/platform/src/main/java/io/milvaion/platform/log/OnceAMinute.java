package io.milvaion.platform.log;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Lets each message through once a minute and counts the others. Safe to share. */
final class OnceAMinute {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;

    /** When a message was let through, and how many were not since. */
    private record Passed(long nanos, long keptBack) {}

    private final LongSupplier nanoTime;
    private final Map<String, Passed> passed = new ConcurrentHashMap<>();

    OnceAMinute(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How many were kept back since the last one; empty if this one is to be kept back, too. */
    OptionalLong pass(String message) {
        if (passed.size() >= REMEMBERED) {
            passed.clear();
        }
        long now = nanoTime.getAsLong();
        var answer = new OptionalLong[] {OptionalLong.empty()};
        passed.compute(
                message,
                (text, last) -> {
                    if (last != null && now - last.nanos() < PAUSE.toNanos()) {
                        return new Passed(last.nanos(), last.keptBack() + 1);
                    }
                    answer[0] = OptionalLong.of(last == null ? 0 : last.keptBack());
                    return new Passed(now, 0);
                });
        return answer[0];
    }

    /** What is said about those that were kept back; empty for none. */
    static String andMore(long keptBack) {
        return keptBack == 0 ? "" : " (and " + keptBack + " more since the last such line)";
    }
}
