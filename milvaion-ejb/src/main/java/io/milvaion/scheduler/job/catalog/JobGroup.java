package io.milvaion.scheduler.job.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Jobs that have something in common.
 *
 * @param value what they have in common; null of those that have none
 * @param active how many of them are
 */
public record JobGroup(@Nullable String value, long jobs, long active) {

    /** What jobs can be grouped by. */
    public enum By {
        /** A job is in the groups of all its tags. */
        TAG("j.tags"),
        JOB_TYPE("array[j.job_type]"),
        WORKER_GROUP("array[j.worker_group]");

        private final String values;

        By(String values) {
            this.values = values;
        }

        /** A row for each job and value; of a job without one a row with null. */
        String from() {
            return " from jobs j left join lateral unnest(" + values + ") as g (value) on true";
        }
    }
}
