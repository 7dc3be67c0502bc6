package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of planned and skipped runs, and the time in the id of any occurrence: all are {@link
 * TimeOrderedId}s. The id of a planned run is derived from what it is, so that making it twice
 * gives the same id and the primary key keeps one. Frozen: another derivation would run every job
 * twice during an upgrade.
 */
public final class OccurrenceId {

    private static final byte PLANNED = 1;
    private static final byte SKIPPED_RANGE = 2;

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
            return TimeOrderedId.of(millis, hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
