package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.event.LiveEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes the live events of job definitions. */
final class JobEvents {

    private record NamedJob(UUID id, String displayName) {}

    private record DisabledJob(
            UUID id, String displayName, String reason, Instant enablesAgainAt) {}

    private JobEvents() {}

    static LiveEvent created(UUID jobId, String displayName) {
        return event("job.created", jobId, new NamedJob(jobId, displayName));
    }

    static LiveEvent updated(UUID jobId, String displayName) {
        return event("job.updated", jobId, new NamedJob(jobId, displayName));
    }

    static LiveEvent deleted(UUID jobId, String displayName) {
        return event("job.deleted", jobId, new NamedJob(jobId, displayName));
    }

    /**
     * Failures have deactivated a job.
     *
     * @param enablesAgainAt null if it does not become active by itself
     */
    static LiveEvent disabled(
            UUID jobId, String displayName, String reason, Instant enablesAgainAt) {
        return event(
                "job.disabled", jobId, new DisabledJob(jobId, displayName, reason, enablesAgainAt));
    }

    /** The cooldown of a job that failures have deactivated is over. */
    static LiveEvent enabled(UUID jobId, String displayName) {
        return event("job.enabled", jobId, new NamedJob(jobId, displayName));
    }

    private static LiveEvent event(String type, UUID jobId, Object facts) {
        return new LiveEvent(type, List.of("jobs", "job:" + jobId), jobId.toString(), facts);
    }
}
