package io.milvaion.scheduler.run.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Cuts lists to what fits into one transaction. */
public final class Portions {

    private static final long MAX_WEIGHT = 8L << 20;

    private Portions() {}

    /**
     * @param maxItems items of a portion at most
     * @param weight bytes of one item, about; a portion has 8 MiB at most, or one item
     * @return consecutive parts in order; none for an empty list
     */
    public static <T> List<List<T>> of(List<T> items, int maxItems, ToLongFunction<T> weight) {
        var portions = new ArrayList<List<T>>();
        int from = 0;
        long sum = 0;
        for (int i = 0; i < items.size(); i++) {
            long next = weight.applyAsLong(items.get(i));
            if (i > from && (i - from == maxItems || sum + next > MAX_WEIGHT)) {
                portions.add(items.subList(from, i));
                from = i;
                sum = 0;
            }
            sum += next;
        }
        if (from < items.size()) {
            portions.add(items.subList(from, items.size()));
        }
        return portions;
    }
}
