package io.milvaion.web.run.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.state.occurrence.OccurrenceFilter;
import io.milvaion.web.ground.json.Input;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which runs are meant: the same members in a query and in a body. */
@Schema(name = "OccurrenceFilter")
public record RunCriteria(
        UUID jobId,
        OccurrenceState state,
        String jobType,
        Boolean manual,
        @Schema(description = "planned at or after") Instant from,
        @Schema(description = "planned before") Instant to) {

    private static final Words<OccurrenceState> STATES =
            Words.of(EnumSet.complementOf(EnumSet.of(OccurrenceState.SKIPPED)))
                    .numbered(OccurrenceState::code);

    public static RunCriteria in(Input input) {
        return new RunCriteria(
                input.uuid("jobId"),
                input.word("state", STATES, null),
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
