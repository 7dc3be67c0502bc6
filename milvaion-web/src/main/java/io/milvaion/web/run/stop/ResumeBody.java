package io.milvaion.web.run.stop;

import io.milvaion.web.ground.json.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why it may go on. */
@Schema(name = "Resume")
public record ResumeBody(@Schema(minLength = 1, maxLength = MAX_REASON) String reason) {

    static final int MAX_REASON = 500;
    static final String LENGTH = "1 to " + MAX_REASON + " characters.";

    /** Reads the reason. */
    public static ResumeBody in(Fields fields) {
        var reason = fields.text("reason");
        if (reason != null && (reason.isBlank() || reason.length() > MAX_REASON)) {
            fields.wrong("reason", LENGTH);
        }
        return new ResumeBody(reason);
    }
}
