package io.milvaion.scheduler.state.pause;

/** Conditions of statements, true for what a pause holds back. Without pauses they cost nothing. */
public final class Paused {

    /** Of {@code dispatch_pauses p}: those that last. */
    static final String LASTS = "(p.ends_at is null or p.ends_at > clock_timestamp())";

    /** Of {@code job_schedule s}. */
    public static final String SCHEDULED =
            exists(", jobs j", "j.id = s.job_id and " + scope("j.job_type", "j.worker_group"));

    /** Of {@code occurrences o}, by its own type and group. */
    public static final String OCCURRENCE =
            exists(", jobs j", "j.id = o.job_id and " + scope("o.job_type", "o.worker_group"));

    private Paused() {}

    /** Of {@code jobs j}, as of this type and group, which are expressions. */
    public static String job(String jobType, String workerGroup) {
        return exists("", scope(jobType, workerGroup));
    }

    /** Whether {@code dispatch_pauses p} is about {@code jobs j}, as of this type and group. */
    static String scope(String jobType, String workerGroup) {
        return "(p.job_type = %s or p.worker_group = %s or p.tag = any (j.tags))"
                .formatted(jobType, workerGroup);
    }

    private static String exists(String more, String condition) {
        return "exists (select from dispatch_pauses p%s where %s and %s)"
                .formatted(more, LASTS, condition);
    }
}
