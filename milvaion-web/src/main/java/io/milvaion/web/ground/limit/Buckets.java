package io.milvaion.web.ground.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Token buckets, one for each payer, in the form of GCRA: all that is kept of a bucket is when it
 * will be full again. Those used least recently are forgotten, which fills them. Safe to share.
 */
final class Buckets {

    /** What a request has found in its bucket. */
    record Taken(boolean granted, long left, long fullAfterSeconds, long waitSeconds) {}

    /** Some 100 bytes each. */
    private static final int MOST = 50_000;

    private final long nanosEach;
    private final long size;
    private final LongSupplier nanoTime;
    private final Map<String, Long> fullAt = // guarded by itself
            new LinkedHashMap<>(16, .75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * @param size how many are granted at once
     */
    Buckets(int perSecond, long size, LongSupplier nanoTime) {
        this.nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.size = size;
        this.nanoTime = nanoTime;
    }

    /** Takes one token, if there is one. */
    Taken take(String payer) {
        synchronized (fullAt) {
            long now = nanoTime.getAsLong();
            long filling = Math.max(0, fullAt.getOrDefault(payer, now) - now);
            long lacking = filling + nanosEach - size * nanosEach;
            if (lacking > 0) {
                return new Taken(false, 0, seconds(filling), Math.max(1, seconds(lacking)));
            }
            fullAt.put(payer, now + filling + nanosEach);
            return new Taken(true, -lacking / nanosEach, seconds(filling + nanosEach), 0);
        }
    }

    int kept() {
        synchronized (fullAt) {
            return fullAt.size();
        }
    }

    private static long seconds(long nanos) {
        return -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
