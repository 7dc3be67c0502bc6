package io.milvaion.scheduler.state.stop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cluster dispatches.
 *
 * @param reason why it was stopped; like the following null unless it is
 * @param stoppedBy who did it
 */
public record DispatchState(
        boolean stopped,
        @Nullable String reason,
        @Nullable String stoppedBy,
        @Nullable Instant stoppedAt) {

    /** Nothing is stopped. */
    public static final DispatchState DISPATCHING = new DispatchState(false, null, null, null);

    static DispatchState of(DispatchStop open) {
        return new DispatchState(true, open.reason(), open.stoppedBy(), open.stoppedAt());
    }
}
