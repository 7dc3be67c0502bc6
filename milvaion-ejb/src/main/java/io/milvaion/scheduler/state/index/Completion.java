package io.milvaion.scheduler.state.index;

import java.time.Instant;
import java.util.UUID;

/**
 * How the lease of one member ends.
 *
 * @param next when to look again, or null for never
 */
public record Completion(String member, Instant next) {

    public static Completion of(UUID jobId, Instant next) {
        return new Completion(jobId.toString(), next);
    }

    public static Completion done(AttemptKey run) {
        return new Completion(run.member(), null);
    }

    public static Completion later(AttemptKey run, Instant next) {
        return new Completion(run.member(), next);
    }
}
