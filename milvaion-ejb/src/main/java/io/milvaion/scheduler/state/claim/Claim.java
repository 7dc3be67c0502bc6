package io.milvaion.scheduler.state.claim;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.StatusMessage.Report;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds an attempt in Redis.
 *
 * @param state one of {@link ClaimField#RECEIVED} and its siblings
 * @param lease when it ends unless renewed, by the Redis clock
 * @param end how its attempt has ended; only if it is done, and a worker has said so
 */
public record Claim(
        int attempt, String instance, String state, Instant lease, Optional<Report> end) {

    public boolean isDone() {
        return state.equals(ClaimField.DONE);
    }

    public boolean isReceived() {
        return state.equals(ClaimField.RECEIVED);
    }

    /** Whether it speaks of an attempt: see the package documentation. */
    boolean concerns(int asked) {
        return attempt >= asked;
    }
}
