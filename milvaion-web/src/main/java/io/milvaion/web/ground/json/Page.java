package io.milvaion.web.ground.json;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param nextCursor for {@code after=} of the next page; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * @param limit as many as were asked for: fewer means the end
     */
    public static <T> Page<T> of(List<T> items, int limit, Function<T, Object> cursor) {
        return of(items, items.size() < limit, cursor);
    }

    /**
     * @param last whether nothing follows
     */
    public static <T> Page<T> of(List<T> items, boolean last, Function<T, Object> cursor) {
        return new Page<>(
                items, last ? null : cursor.apply(items.get(items.size() - 1)).toString());
    }
}
