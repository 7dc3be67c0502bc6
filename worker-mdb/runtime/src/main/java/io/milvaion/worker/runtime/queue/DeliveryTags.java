package io.milvaion.worker.runtime.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The unacknowledged deliveries of one channel. Gathers what may be acknowledged and does it with
 * as few calls as possible: all up to a tag at once where nothing before it is still open. For one
 * thread.
 */
final class DeliveryTags {

    /** How an acknowledgement is sent. */
    @FunctionalInterface
    interface Acknowledge<X extends Exception> {
        void ack(long tag, boolean upTo) throws X;
    }

    private final TreeMap<Long, Boolean> settledByTag = new TreeMap<>();
    private int settled;

    /** A delivery has arrived. */
    void add(long tag) {
        settledByTag.put(tag, false);
    }

    /** A delivery may be acknowledged. Harmless when repeated. */
    void settle(long tag) {
        if (Boolean.FALSE.equals(settledByTag.replace(tag, true))) {
            settled++;
        }
    }

    /**
     * Forgets a delivery that was given back.
     *
     * @return false if it was forgotten or settled before
     */
    boolean remove(long tag) {
        return settledByTag.remove(tag, false);
    }

    /** Acknowledges all that is settled. */
    <X extends Exception> void flush(Acknowledge<X> acknowledge) throws X {
        if (settled > 0) {
            flushFirst(acknowledge);
        }
        if (settled > 0) {
            flushOthers(acknowledge);
        }
    }

    /** What nothing open comes before, in one call. */
    private <X extends Exception> void flushFirst(Acknowledge<X> acknowledge) throws X {
        long upTo = -1;
        int first = 0;
        for (var entry : settledByTag.entrySet()) {
            if (!entry.getValue()) {
                break;
            }
            upTo = entry.getKey();
            first++;
        }
        if (first > 0) {
            settledByTag.headMap(upTo, true).clear();
            settled -= first;
            acknowledge.ack(upTo, true);
        }
    }

    private <X extends Exception> void flushOthers(Acknowledge<X> acknowledge) throws X {
        List<Long> alone = new ArrayList<>(settled);
        settledByTag.forEach(
                (tag, isSettled) -> {
                    if (isSettled) {
                        alone.add(tag);
                    }
                });
        settled = 0;
        for (long tag : alone) {
            settledByTag.remove(tag);
            acknowledge.ack(tag, false);
        }
    }

    /** The newest delivery of {@link #size}, 0 if there is none. */
    long last() {
        return settledByTag.isEmpty() ? 0 : settledByTag.lastKey();
    }

    /** Deliveries of {@link #size} up to a tag. */
    int sizeUpTo(long tag) {
        return settledByTag.headMap(tag, true).size();
    }

    /** Deliveries that are neither acknowledged nor given back. */
    int size() {
        return settledByTag.size();
    }
}
