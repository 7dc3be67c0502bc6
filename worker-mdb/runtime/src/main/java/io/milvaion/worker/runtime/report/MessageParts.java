package io.milvaion.worker.runtime.report;

import io.milvaion.contract.WireLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a list into messages that are not too large. */
final class MessageParts {

    private MessageParts() {}

    /**
     * @param bytes size of an element, at most; one that is too large alone is a part of its own
     * @return parts in order, none empty, each of at most {@link WireLimits#MESSAGE_ENTRIES} and
     *     {@link WireLimits#MESSAGE_BYTES}
     */
    static <T> List<List<T>> of(List<T> all, ToIntFunction<T> bytes) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        long partBytes = 0;
        for (T element : all) {
            int size = bytes.applyAsInt(element);
            if (!part.isEmpty() && full(part.size(), partBytes + size)) {
                parts.add(part);
                part = new ArrayList<>();
                partBytes = 0;
            }
            part.add(element);
            partBytes += size;
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static boolean full(int entries, long bytesWithNext) {
        return entries == WireLimits.MESSAGE_ENTRIES || bytesWithNext > WireLimits.MESSAGE_BYTES;
    }
}
