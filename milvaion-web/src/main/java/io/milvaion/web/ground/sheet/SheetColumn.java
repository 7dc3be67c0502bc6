package io.milvaion.web.ground.sheet;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param value text, number, flag, instant, id or null
 */
public record SheetColumn<T>(String name, Function<T, ?> value) {}
