package io.milvaion.web.job.trigger;

import io.milvaion.web.ground.json.Fields;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The header by which a client repeats a request without a second run. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    private IdempotencyKey() {}

    /**
     * Reads a body together with the key, to name everything at once.
     *
     * @param key or null when it was not sent
     */
    public static <T> Function<Fields, T> with(String key, Function<Fields, T> reading) {
        return fields -> {
            if (key != null && !FORM.matcher(key).matches()) {
                fields.wrong(HEADER, "1 to 200 characters of ASCII without spaces.");
            }
            return reading.apply(fields);
        };
    }
}
