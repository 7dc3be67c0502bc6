package io.milvaion.worker.runtime.claim;

import io.milvaion.contract.ClaimField;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answer of a claim script.
 *
 * @param redisMicros time of the Redis clock
 * @param running whether the caller's claim is in state running
 */
public record ClaimReply(ClaimOutcome outcome, long redisMicros, boolean running) {

    static ClaimReply of(Object reply) {
        var parts = (List<?>) reply;
        return new ClaimReply(
                ClaimOutcome.valueOf(text(parts.get(0))),
                (Long) parts.get(1),
                ClaimField.RUNNING.equals(text(parts.get(2))));
    }

    private static String text(Object part) {
        return part instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(part);
    }
}
