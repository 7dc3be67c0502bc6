package io.milvaion.scheduler.see.figure;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * An answer that is asked for when somebody wants it, and then given to all who ask within a while:
 * a hundred open pages cost no more than one. Safe to share; who comes while it is asked for waits.
 *
 * @param <T> the answer
 */
public final class SharedAnswer<T> {

    private final Duration fresh;
    private final Supplier<T> source;
    private final LongSupplier nanoTime;
    private T answer; // null: none yet; guarded by this
    private long askedAt; // nanoTime; guarded by this

    public SharedAnswer(Duration fresh, Supplier<T> source) {
        this(fresh, source, System::nanoTime);
    }

    SharedAnswer(Duration fresh, Supplier<T> source, LongSupplier nanoTime) {
        this.fresh = fresh;
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /** What the source throws is thrown, and the next one asks again. */
    public synchronized T get() {
        if (answer == null || nanoTime.getAsLong() - askedAt >= fresh.toNanos()) {
            answer = source.get();
            askedAt = nanoTime.getAsLong();
        }
        return answer;
    }
}
