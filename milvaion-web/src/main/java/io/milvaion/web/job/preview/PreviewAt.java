package io.milvaion.web.job.preview;

import io.milvaion.web.ground.json.Query;
import java.time.Duration;
import java.time.Instant;

/** The moment that a preview is for. */
final class PreviewAt {

    /** Longer than any outage. */
    private static final Duration FARTHEST = Duration.ofDays(5 * 365);

    private PreviewAt() {}

    static Instant of(Query query, Instant now) {
        var at = query.instant("at");
        if (at == null) {
            return now;
        }
        if (at.isAfter(now.plus(FARTHEST))) {
            query.wrong("at", "This is more than 5 years away.");
        }
        return at;
    }
}
