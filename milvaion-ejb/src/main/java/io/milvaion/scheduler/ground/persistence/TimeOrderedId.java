package io.milvaion.scheduler.ground.persistence;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of rows that sort by time: UUIDv7 (RFC 9562 §5.7). */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Begins anywhere in the lower half of its 42 bits, so that it has room and nodes differ. */
    private static final AtomicLong COUNTER = new AtomicLong(RANDOM.nextLong() >>> 23);

    private TimeOrderedId() {}

    /**
     * A new id. Ids that a node makes of one millisecond sort in the order in which they were made,
     * so that a queue releases what they name in it and lists show it in it: a counter of 42 bits
     * comes before 32 random ones (RFC 9562 §6.2, method 1).
     */
    public static UUID next(Instant now) {
        long first = COUNTER.incrementAndGet() << 22 | RANDOM.nextInt() >>> 10;
        return of(now.toEpochMilli(), first, RANDOM.nextLong());
    }

    /** Takes the first 74 of the given 128 bits: 12 beside the version, 62 beside the variant. */
    public static UUID of(long millis, long first, long second) {
        long high = millis << 16 | 0x7000L | first >>> 52;
        long low = 0x8000_0000_0000_0000L | (first << 12 | second >>> 52) >>> 2;
        return new UUID(high, low);
    }
}
