package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.NewOperation;
import io.milvaion.scheduler.mend.operation.Starter;
import java.util.List;
import java.util.UUID;

/**
 * A wish to run many failed occurrences again.
 *
 * @param id of the replay, or null for any: if it is there it is not made again
 * @param filter which; null if {@code occurrenceIds} says it
 * @param occurrenceIds which; null if {@code filter} says it
 * @param data JSON object for all new runs, or null: each gets what the failed run had
 * @param patch JSON merge patch of what the failed run had, or null
 * @param presentDefinition whether by the present definition of each job instead of the version
 *     that the failed run named
 * @param ratePerSecond new runs in a second at most, 1 to 1000
 * @param note for the failed occurrences, or null
 * @param filterText the filter as JSON, or null
 * @param by who asks for it
 * @param reach which failed occurrences that may be
 */
public record ReplayRequest(
        UUID id,
        FailureFilter filter,
        List<UUID> occurrenceIds,
        String data,
        String patch,
        boolean presentDefinition,
        int ratePerSecond,
        String note,
        String filterText,
        Starter by,
        Reach reach) {

    static final String TARGET = "failedOccurrences";

    NewOperation operation() {
        return new NewOperation(
                id,
                TARGET,
                BulkOperation.REPLAY,
                filterText,
                new NewOperation.Arguments(data, patch, presentDefinition, List.of()),
                ratePerSecond,
                note,
                by);
    }
}
