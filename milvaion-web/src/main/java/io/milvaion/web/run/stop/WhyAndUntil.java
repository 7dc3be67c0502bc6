package io.milvaion.web.run.stop;

import io.milvaion.web.ground.json.Fields;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why something is taken out of service, and for how long. */
@Schema(name = "Drain")
public record WhyAndUntil(
        @Schema(required = true, minLength = 1, maxLength = ResumeBody.MAX_REASON) String reason,
        @Nullable Instant until) {

    private static final Clock CLOCK = Clock.systemUTC();

    /** Reads both; without an end it lasts until somebody ends it. */
    public static WhyAndUntil in(Fields fields) {
        var reason = StopBody.in(fields).reason();
        var until = fields.instant("until");
        if (until != null && !until.isAfter(CLOCK.instant())) {
            fields.wrong("until", "This must be later than now.");
        }
        return new WhyAndUntil(reason, until);
    }
}
