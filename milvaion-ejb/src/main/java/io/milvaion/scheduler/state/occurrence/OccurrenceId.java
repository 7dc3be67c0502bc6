package io.milvaion.scheduler.state.occurrence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of occurrences and skipped runs: UUIDv7 (RFC 9562 §5.7), so that they sort by time. The id of
 * a planned run is derived from what it is, so that making it twice gives the same id and the
 * primary key keeps one. Frozen: another derivation would run every job twice during an upgrade.
 */
public final class OccurrenceId {

    private static final byte PLANNED = 1;
    private static final byte SKIPPED_RANGE = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Begins anywhere in the lower half of its 42 bits, so that it has room and nodes differ. */
    private static final AtomicLong COUNTER = new AtomicLong(RANDOM.nextLong() >>> 23);

    private OccurrenceId() {}

    /**
     * The id of the run that a job plans at an instant, and of its skip.
     *
     * @param plannedAt whole milliseconds
     */
    public static UUID planned(UUID jobId, Instant plannedAt) {
        long at = plannedAt.toEpochMilli();
        return derived(at, input(PLANNED, jobId, Long.BYTES).putLong(at));
    }

    /** The id of the record of a range of skipped instants. */
    public static UUID skippedRange(UUID jobId, Instant first, Instant last) {
        long at = first.toEpochMilli();
        return derived(
                at,
                input(SKIPPED_RANGE, jobId, 2 * Long.BYTES)
                        .putLong(at)
                        .putLong(last.toEpochMilli()));
    }

    /**
     * A new id for a run that somebody has triggered. Runs that a node triggers within one
     * millisecond sort in their order, so that a queue releases them in it and lists show them in
     * it: a counter of 42 bits comes before 32 random ones (RFC 9562 §6.2, method 1).
     */
    public static UUID triggered(Instant now) {
        long first = COUNTER.incrementAndGet() << 22 | RANDOM.nextInt() >>> 10;
        return uuid(now.toEpochMilli(), first, RANDOM.nextLong());
    }

    /** The smallest id of an instant: the border between partitions. */
    public static UUID lowest(Instant at) {
        return new UUID(at.toEpochMilli() << 16, 0);
    }

    /** The instant in an id. */
    public static Instant timeOf(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    private static ByteBuffer input(byte kind, UUID jobId, int more) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES + more)
                .put(kind)
                .putLong(jobId.getMostSignificantBits())
                .putLong(jobId.getLeastSignificantBits());
    }

    @SuppressWarnings("ByteBufferBackingArray") // allocated above at exactly this size
    private static UUID derived(long millis, ByteBuffer input) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(input.array()));
            return uuid(millis, hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the first 74 of the given 128 bits: 12 beside the version, 62 beside the variant. */
    private static UUID uuid(long millis, long first, long second) {
        long high = millis << 16 | 0x7000L | first >>> 52;
        long low = 0x8000_0000_0000_0000L | (first << 12 | second >>> 52) >>> 2;
        return new UUID(high, low);
    }
}
