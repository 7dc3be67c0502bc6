package io.milvaion.web.run.stop;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why dispatching is to stop. */
@Schema(name = "Stop")
record StopBody(
        @Schema(required = true, minLength = 1, maxLength = ResumeBody.MAX_REASON) String reason) {

    static StopBody in(Fields fields) {
        var reason = ResumeBody.in(fields).reason();
        if (reason == null) {
            fields.wrong("reason", ResumeBody.LENGTH);
        }
        return new StopBody(reason);
    }
}
