package io.milvaion.web.ground.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor for {@code after=} of the next page; null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {}
