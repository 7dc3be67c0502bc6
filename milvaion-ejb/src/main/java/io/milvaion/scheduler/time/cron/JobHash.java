package io.milvaion.scheduler.time.cron;

import java.util.UUID;

/**
 * Spreads jobs evenly, and the same on every node and in every release: planned instants depend on
 * it, so it never changes. The finalizer of SplitMix64 (Steele, Lea, Flood, "Fast Splittable
 * Pseudorandom Number Generators", 2014) over the bits of the id and a number.
 */
public final class JobHash {

    private static final UUID UNSAVED = new UUID(0, 0);

    private JobHash() {}

    /**
     * @param jobId null for a job that has none yet
     * @return 0 to bound - 1
     */
    public static long of(UUID jobId, long number, long bound) {
        var id = jobId == null ? UNSAVED : jobId;
        long bits = mix(id.getMostSignificantBits());
        bits = mix(bits + id.getLeastSignificantBits());
        return Long.remainderUnsigned(mix(bits + number), bound);
    }

    private static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
