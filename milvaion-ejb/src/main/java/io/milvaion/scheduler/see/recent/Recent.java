package io.milvaion.scheduler.see.recent;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The last answers to some questions. An answer is good for a while, and the longer the longer it
 * took to find. Safe to share; two who ask at the same time may both look.
 *
 * @param <Q> what is asked; with equals
 */
public final class Recent<Q, A> {

    private static final int MOST = 100;

    /** An answer is kept so many times as long as it took. */
    private static final int REST = 50;

    private record Known<A>(A answer, long until) {}

    private final ConcurrentHashMap<Q, Known<A>> known = new ConcurrentHashMap<>();
    private final long shortest;
    private final long longest;
    private final LongSupplier nanoTime;

    /**
     * @param shortest for how long an answer is good at least
     * @param longest at most
     */
    public Recent(Duration shortest, Duration longest) {
        this(shortest, longest, System::nanoTime);
    }

    Recent(Duration shortest, Duration longest, LongSupplier nanoTime) {
        this.shortest = shortest.toNanos();
        this.longest = longest.toNanos();
        this.nanoTime = nanoTime;
    }

    /** The answer to a question, looked for unless there is a good one. */
    public A get(Q question, Supplier<A> look) {
        long begun = nanoTime.getAsLong();
        var last = known.get(question);
        if (last != null && begun - last.until() < 0) {
            return last.answer();
        }
        var answer = look.get();
        long now = nanoTime.getAsLong();
        long good = Math.min(longest, Math.max(shortest, REST * (now - begun)));
        if (known.size() >= MOST) {
            known.values().removeIf(old -> old.until() - now <= 0);
        }
        if (known.size() < MOST) {
            known.put(question, new Known<>(answer, now + good));
        }
        return answer;
    }
}
