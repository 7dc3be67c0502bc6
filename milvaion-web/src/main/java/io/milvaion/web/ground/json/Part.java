package io.milvaion.web.ground.json;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The part of a list that a request asks for: {@code limit} items {@code after} a page before.
 *
 * @param after where the page before ends; null at the start
 * @param cursor writes where this one ends
 */
public record Part<K>(K after, int limit, Function<K, String> cursor) {

    /** Items of a page at most. */
    public static final int MOST = 200;

    static final int USUAL = 50;

    /** Makes the page of what was found; fewer items than were asked for mean the end. */
    public <T> Page<T> page(List<T> items, Function<T, K> place) {
        return page(items, items.size() < limit, place);
    }

    /**
     * @param last whether nothing follows
     */
    public <T> Page<T> page(List<T> items, boolean last, Function<T, K> place) {
        return new Page<>(items, last ? null : next(place.apply(items.get(items.size() - 1))));
    }

    /** Makes the page of a list that is there as a whole. */
    public <T> Page<T> of(List<T> all, Function<T, K> place, Comparator<K> order) {
        return page(
                all.stream()
                        .sorted(Comparator.comparing(place, order))
                        .filter(one -> after == null || order.compare(place.apply(one), after) > 0)
                        .limit(limit)
                        .toList(),
                place);
    }

    public String next(K place) {
        return cursor.apply(place);
    }
}
