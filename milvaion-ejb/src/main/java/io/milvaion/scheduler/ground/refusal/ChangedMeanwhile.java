package io.milvaion.scheduler.ground.refusal;

import java.util.Map;
import java.util.function.Predicate;

/** A thing is not as the client has read it. */
public class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1L;

    private ChangedMeanwhile() {
        super(
                Kind.STALE,
                "changed-meanwhile",
                "It has changed since it was read",
                "Read it again: it is not as you know it.",
                Map.of());
    }

    /**
     * Called under the lock of what is to be changed.
     *
     * @param expected what the client takes it for
     * @param present null if there is none
     * @throws ChangedMeanwhile unless it is so
     */
    public static <T> void unless(Predicate<T> expected, T present) {
        if (!expected.test(present)) {
            throw new ChangedMeanwhile();
        }
    }
}
