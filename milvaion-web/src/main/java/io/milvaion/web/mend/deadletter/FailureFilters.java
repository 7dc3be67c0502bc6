package io.milvaion.web.mend.deadletter;

import io.milvaion.contract.JobType;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import io.milvaion.scheduler.state.occurrence.FailureCause;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Query;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads which failed occurrences are meant: the same members in a query and in a body. */
public final class FailureFilters {

    private static final int FIRST_STATE = 3;
    private static final int LAST_STATE = 6;
    private static final int TEXT_LIMIT = 200;
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{16}");

    private FailureFilters() {}

    /** The filter as it stands in a body. */
    @Schema(name = "FailureFilter")
    public record Body(
            UUID jobId,
            String jobType,
            @Schema(description = "3 Failed, 4 Cancelled, 5 TimedOut, 6 Unknown") Integer state,
            @Schema(
                            description =
                                    "exhausted, permanent, stopped, timed-out, cancelled,"
                                            + " worker-lost, unknown, poison")
                    String cause,
            String group,
            Boolean resolved,
            Instant from,
            Instant to,
            String q) {}

    public static FailureFilter in(Query query) {
        var filter =
                new FailureFilter(
                        query.uuid("jobId"),
                        query.text("jobType"),
                        query.integer("state", null, FIRST_STATE, LAST_STATE),
                        query.oneOf("cause", FailureCause.BY_CODE, null),
                        query.text("group"),
                        query.flag("resolved"),
                        query.instant("from"),
                        query.instant("to"),
                        query.text("q"));
        check(filter, query::wrong);
        return filter;
    }

    public static FailureFilter in(Fields fields) {
        var state = fields.integer("state");
        if (state != null && (state < FIRST_STATE || state > LAST_STATE)) {
            fields.wrong("state", "Allowed: 3 to 6.");
        }
        var cause = fields.text("cause");
        if (cause != null && !FailureCause.BY_CODE.containsKey(cause)) {
            fields.wrong(
                    "cause",
                    "Allowed: "
                            + String.join(
                                    ", ",
                                    FailureCause.BY_CODE.keySet().stream().sorted().toList()));
        }
        var filter =
                new FailureFilter(
                        fields.uuid("jobId"),
                        fields.text("jobType"),
                        state,
                        cause == null ? null : FailureCause.BY_CODE.get(cause),
                        fields.text("group"),
                        fields.flag("resolved"),
                        fields.instant("from"),
                        fields.instant("to"),
                        fields.text("q"));
        check(filter, fields::wrong);
        return filter;
    }

    /** Remembers that a member is wrong. */
    @FunctionalInterface
    private interface Wrong {
        void is(String name, String message);
    }

    private static void check(FailureFilter filter, Wrong wrong) {
        if (filter.jobType() != null && !JobType.FORM.matcher(filter.jobType()).matches()) {
            wrong.is("jobType", "This must match " + JobType.FORM.pattern() + ".");
        }
        if (filter.group() != null && !GROUP.matcher(filter.group()).matches()) {
            wrong.is("group", "This must be the id of a group: 16 hexadecimal digits.");
        }
        if (filter.text() != null && filter.text().length() > TEXT_LIMIT) {
            wrong.is("q", "At most " + TEXT_LIMIT + " characters.");
        }
        if (filter.from() != null && filter.to() != null && filter.to().isBefore(filter.from())) {
            wrong.is("to", "This must not be before from.");
        }
    }
}
