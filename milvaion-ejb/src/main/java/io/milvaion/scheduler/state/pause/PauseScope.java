package io.milvaion.scheduler.state.pause;

import org.jspecify.annotations.Nullable;

/** What a pause is about: one of them, the others are null. */
public record PauseScope(
        @Nullable String jobType, @Nullable String workerGroup, @Nullable String tag) {

    /** For people, as the beginning of a sentence. */
    public String words() {
        if (jobType != null) {
            return "Job type " + jobType;
        }
        return workerGroup == null ? "Tag " + tag : "Worker group " + workerGroup;
    }
}
