package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationState;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failed occurrences that are run again, and how far that has come: an operation in the words of
 * replays.
 *
 * @param state running, paused, cancelled, done or failed
 * @param presentDefinition whether new runs are by the present definition of their jobs
 * @param note or null
 * @param total items, exact from the start
 * @param done items that have become new runs
 * @param waiting items that will, unless it has ended
 * @param refused items that will not
 */
public record Replay(
        UUID id,
        String state,
        Integer ratePerSecond,
        boolean presentDefinition,
        @Nullable String note,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        long total,
        long done,
        long waiting,
        long refused) {

    /** Their own names of the states of an operation. */
    static final Map<String, Set<OperationState>> STATES =
            Map.of(
                    "running", OperationState.OPEN,
                    "paused", Set.of(OperationState.PAUSED),
                    "cancelled", Set.of(OperationState.CANCELLED),
                    "done", Set.of(OperationState.COMPLETED),
                    "failed", Set.of(OperationState.FAILED));

    static Replay of(BulkOperation operation) {
        return new Replay(
                operation.id(),
                name(operation.state()),
                operation.ratePerSecond(),
                operation.presentDefinition(),
                operation.reason(),
                operation.by().name(),
                operation.createdAt(),
                operation.endedAt(),
                operation.total(),
                operation.done(),
                operation.waiting(),
                operation.failed());
    }

    private static String name(OperationState state) {
        return STATES.entrySet().stream()
                .filter(named -> named.getValue().contains(state))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
