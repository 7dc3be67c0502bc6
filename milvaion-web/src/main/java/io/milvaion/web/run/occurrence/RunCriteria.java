package io.milvaion.web.run.occurrence;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.occurrence.OccurrenceFilter;
import io.milvaion.web.ground.json.Input;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which runs are meant: the same members in a query and in a body. */
@Schema(name = "OccurrenceFilter")
public record RunCriteria(
        UUID jobId,
        @Schema(
                        description =
                                "0 Queued, 1 Running, 2 Completed, 3 Failed, 4 Cancelled,"
                                        + " 5 TimedOut, 6 Unknown")
                Integer state,
        String jobType,
        Boolean manual,
        @Schema(description = "planned at or after") Instant from,
        @Schema(description = "planned before") Instant to) {

    private static final int LAST_STATE = 6;

    public static RunCriteria in(Input input) {
        return new RunCriteria(
                input.uuid("jobId"),
                input.integer("state", null, 0, LAST_STATE),
                input.text("jobType"),
                input.flag("manual"),
                input.instant("from"),
                input.instant("to"));
    }

    public OccurrenceFilter meant(Reach reach) {
        return page(null, 1, reach);
    }

    /**
     * @param after the last id of the page before, or null
     */
    public OccurrenceFilter page(UUID after, int limit, Reach reach) {
        return new OccurrenceFilter(jobId, state, jobType, manual, from, to, after, limit, reach);
    }
}
