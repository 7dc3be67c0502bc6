package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.reach.Reach;
import java.time.Instant;
import java.util.UUID;

/**
 * Which occurrences a list shows; each part but the last two may be null.
 *
 * @param from planned at or after
 * @param to planned before
 * @param after the last id of the page before: the list goes from new to old
 * @param reach of whoever asks; not null
 */
public record OccurrenceFilter(
        UUID jobId,
        OccurrenceState state,
        String jobType,
        Boolean manual,
        Instant from,
        Instant to,
        UUID after,
        int limit,
        Reach reach) {}
