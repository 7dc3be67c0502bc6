package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.time.Instant;
import java.util.UUID;

/**
 * Which records of the missed-run ledger a list shows; each part but the last two may be null.
 *
 * @param from planned at or after; a range counts by its first instant
 * @param to planned before
 * @param after the last id of the page before: the list goes from new to old
 * @param reach of whoever asks; not null
 */
public record MissedRunFilter(
        UUID jobId,
        MissedReason reason,
        Instant from,
        Instant to,
        UUID after,
        int limit,
        Reach reach) {

    String stored() {
        return reason == null ? null : reason.wire();
    }

    UUID lowest() {
        return from == null ? null : OccurrenceId.lowest(from);
    }

    UUID end() {
        return to == null ? null : OccurrenceId.lowest(to);
    }
}
