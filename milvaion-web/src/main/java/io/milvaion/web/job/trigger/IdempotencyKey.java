package io.milvaion.web.job.trigger;

import io.milvaion.web.ground.json.Input;
import java.util.regex.Pattern;

/** The header by which a client repeats a request without a second run. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    private IdempotencyKey() {}

    /**
     * @param key or null when it was not sent
     * @param input what else the request has, to name everything at once
     */
    public static void check(String key, Input input) {
        if (key != null && !FORM.matcher(key).matches()) {
            input.wrong(HEADER, "1 to 200 characters of ASCII without spaces.");
        }
    }
}
