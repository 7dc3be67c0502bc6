package io.milvaion.scheduler.state.tally;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * How milliseconds are distributed, each to two digits: percentiles are at most 1 % too high,
 * however often sketches are merged and in which order. Belongs to one thread.
 */
public final class Sketch {

    private static final int DIGITS = 2;

    private final Histogram histogram = new Histogram(DIGITS);

    public void add(long millis) {
        histogram.recordValue(millis);
    }

    /**
     * Adds all of another one.
     *
     * @param written by {@link #bytes}, or null for an empty one
     */
    public void add(byte[] written) {
        if (written != null) {
            histogram.add(Histogram.decodeFromByteBuffer(ByteBuffer.wrap(written), 0));
        }
    }

    public boolean isEmpty() {
        return histogram.getTotalCount() == 0;
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /**
     * The value that so many of a hundred do not exceed.
     *
     * @throws IllegalStateException if it is empty
     */
    public long percentile(double percent) {
        if (isEmpty()) {
            throw new IllegalStateException("nothing was added");
        }
        return histogram.getValueAtPercentile(percent);
    }

    /** What it is stored as. */
    public byte[] bytes() {
        var room = new byte[histogram.getNeededByteBufferCapacity()];
        int length = histogram.encodeIntoByteBuffer(ByteBuffer.wrap(room));
        return Arrays.copyOf(room, length);
    }
}
