package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.platform.text.CleanText;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes values of AMQP headers writable as JSON: texts, numbers, flags, lists and maps. */
final class HeaderValues {

    private static final int TEXT_LIMIT = 4_000;
    private static final int DEPTH = 5;

    private HeaderValues() {}

    static Object plain(Object value) {
        return plain(value, DEPTH);
    }

    private static Object plain(Object value, int depth) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (depth > 0 && value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            map.forEach((name, inner) -> plain.put(text(name), plain(inner, depth - 1)));
            return plain;
        }
        if (depth > 0 && value instanceof List<?> list) {
            return list.stream().map(inner -> plain(inner, depth - 1)).toList();
        }
        return value instanceof byte[] bytes
                ? Base64.getEncoder().encodeToString(bytes)
                : text(value);
    }

    private static String text(Object value) {
        return CleanText.utf16(String.valueOf(value), TEXT_LIMIT);
    }
}
