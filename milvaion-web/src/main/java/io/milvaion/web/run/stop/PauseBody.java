package io.milvaion.web.run.stop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.contract.JobType;
import io.milvaion.scheduler.state.pause.PauseScope;
import io.milvaion.web.ground.json.Fields;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be paused, why, and for how long. */
@Schema(name = "NewPause")
record PauseBody(
        @Schema(required = true, description = "one of its members") PauseScope scope,
        @Schema(required = true, minLength = 1, maxLength = ResumeBody.MAX_REASON) String reason,
        @Nullable Instant until) {

    private static final int MAX_TAG = 100;
    private static final String FORM = "This must have the form " + JobType.FORM + ".";

    static PauseBody in(Fields fields) {
        var scope = fields.part("scope", PauseBody::scope);
        if (scope == null || given(fields.object("scope")) != 1) {
            fields.wrong("scope", "One of jobType, workerGroup and tag is needed.");
        }
        var why = WhyAndUntil.in(fields);
        return new PauseBody(scope, why.reason(), why.until());
    }

    private static PauseScope scope(Fields fields) {
        fields.refuseEmpty("jobType", "workerGroup", "tag");
        return new PauseScope(
                fields.text("jobType", JobType.FORM, FORM),
                fields.text("workerGroup", JobType.FORM, FORM),
                fields.text("tag", MAX_TAG));
    }

    private static long given(ObjectNode scope) {
        return Stream.of("jobType", "workerGroup", "tag").filter(scope::hasNonNull).count();
    }
}
