package io.milvaion.web.ground.json;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the cursors of a list are made of.
 *
 * @param parts writes where a page ends, part by part
 * @param read the other way round; any exception means that it is none
 */
public record CursorForm<K>(Function<K, List<String>> parts, Function<List<String>, K> read) {

    public static final CursorForm<UUID> ID = ofOne(UUID::toString, UUID::fromString);
    public static final CursorForm<Integer> NUMBER = ofOne(n -> n.toString(), Integer::valueOf);
    public static final CursorForm<Long> SEQUENCE = ofOne(n -> n.toString(), Long::valueOf);
    public static final CursorForm<String> NAME = ofOne(text -> text, text -> text);

    private static <K> CursorForm<K> ofOne(Function<K, String> write, Function<String, K> read) {
        return new CursorForm<>(key -> List.of(write.apply(key)), parts -> read.apply(only(parts)));
    }

    private static String only(List<String> parts) {
        if (parts.size() != 1) {
            throw new IllegalArgumentException("not one part");
        }
        return parts.get(0);
    }
}
