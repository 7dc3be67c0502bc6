package io.milvaion.worker.runtime.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a list into messages that are not too large. */
final class MessageParts {

    static final int MAX_COUNT = 1_000;
    static final int MAX_BYTES = 8 << 20;

    private MessageParts() {}

    /**
     * @param bytes size of an element, at most; one that is too large alone is a part of its own
     * @return parts in order, none empty, each of at most {@link #MAX_COUNT} and {@link #MAX_BYTES}
     */
    static <T> List<List<T>> of(List<T> all, ToIntFunction<T> bytes) {
        List<List<T>> parts = new ArrayList<>();
        List<T> part = new ArrayList<>();
        long partBytes = 0;
        for (T element : all) {
            int size = bytes.applyAsInt(element);
            if (!part.isEmpty() && (part.size() == MAX_COUNT || partBytes + size > MAX_BYTES)) {
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
}
