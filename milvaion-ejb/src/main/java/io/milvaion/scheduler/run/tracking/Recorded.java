package io.milvaion.scheduler.run.tracking;

import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a transaction has written and what is left to do after its commit.
 *
 * @param endedAt when runs ended; null values for those that did not
 * @param retries when attempts that wait for their retry are due, by the Redis clock
 * @param released held runs that are READY now
 * @param tripped jobs that their failures deactivate
 * @param late reports that came too late to change anything
 * @param unknown reports on runs that PostgreSQL does not know
 */
record Recorded(
        List<RunChange> changes,
        Map<UUID, Instant> endedAt,
        Map<AttemptKey, Instant> retries,
        List<OutgoingRun> released,
        List<UUID> tripped,
        int late,
        List<Reported> unknown) {

    static Recorded nothing(int late, List<Reported> unknown) {
        return new Recorded(List.of(), Map.of(), Map.of(), List.of(), List.of(), late, unknown);
    }

    List<UUID> ended() {
        return changes.stream().filter(RunChange::ends).map(RunChange::id).toList();
    }

    /** Occurrences whose message waits somewhere and must not start any more. */
    List<UUID> stopped() {
        return changes.stream().filter(RunChange::stopsMessage).map(RunChange::id).toList();
    }
}
