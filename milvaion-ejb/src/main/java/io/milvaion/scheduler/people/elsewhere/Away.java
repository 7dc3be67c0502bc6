package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** Another system does not answer, or answers nothing that can be used: neither yes nor no. */
public class Away extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final long RETRY_AFTER_SECONDS = 5;

    /**
     * @param who such as "the directory"
     */
    public Away(String who) {
        super(
                Kind.UNAVAILABLE,
                "elsewhere-unavailable",
                "Another system does not answer",
                who + " does not answer now; try again. Local accounts can log in.",
                Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }
}
