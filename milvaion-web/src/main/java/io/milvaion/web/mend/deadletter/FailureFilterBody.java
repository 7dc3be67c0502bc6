package io.milvaion.web.mend.deadletter;

import io.milvaion.contract.JobType;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.web.ground.json.Input;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which failed occurrences are meant: the same members in a query and in a body. */
@Schema(name = "FailureFilter")
public record FailureFilterBody(
        UUID jobId,
        String jobType,
        OccurrenceState state,
        FailureCause cause,
        String group,
        Boolean resolved,
        Instant from,
        Instant to,
        String q) {

    private static final Words<OccurrenceState> STATES =
            Words.of(
                            List.of(
                                    OccurrenceState.FAILED,
                                    OccurrenceState.CANCELLED,
                                    OccurrenceState.TIMED_OUT,
                                    OccurrenceState.UNKNOWN))
                    .numbered(OccurrenceState::code);
    private static final Words<FailureCause> CAUSES = Words.of(FailureCause.class);
    private static final int MAX_TEXT = 200;
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{16}");

    public static FailureFilterBody in(Input input) {
        var filter =
                new FailureFilterBody(
                        input.uuid("jobId"),
                        input.text(
                                "jobType",
                                JobType.FORM,
                                "This must match " + JobType.FORM.pattern() + "."),
                        input.word("state", STATES, null),
                        input.word("cause", CAUSES, null),
                        input.text(
                                "group",
                                GROUP,
                                "This must be the id of a group: 16 hexadecimal digits."),
                        input.flag("resolved"),
                        input.instant("from"),
                        input.instant("to"),
                        input.text("q", MAX_TEXT));
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            input.wrong("to", "This must not be before from.");
        }
        return filter;
    }

    public FailureFilter meant(Reach reach) {
        return new FailureFilter(jobId, jobType, state, cause, group, resolved, from, to, q, reach);
    }
}
