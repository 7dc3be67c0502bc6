package io.milvaion.scheduler.see.attention;

import static io.milvaion.scheduler.see.attention.Severity.CRITICAL;
import static io.milvaion.scheduler.see.attention.Severity.INFO;
import static io.milvaion.scheduler.see.attention.Severity.WARNING;

/**
 * What may be wrong, in the order in which people are told of it. A meaning never changes; {@code
 * docs/rest.md} has them.
 */
public enum AttentionCode {
    DISPATCHING_STOPPED(CRITICAL, "Resume dispatching once its reason is gone."),
    NO_LEADER(CRITICAL, "See that a node runs, and that its servers answer it."),
    LEADER_CHANGES(CRITICAL, "Look at the nodes' load and at their way to Redis."),
    DATABASE_REFUSES(CRITICAL, "Look at PostgreSQL: its disk, its locks, its role."),
    REDIS_AWAY(CRITICAL, "Start Redis, or mend the way to it."),
    BROKER_AWAY(CRITICAL, "Start RabbitMQ, or mend the way to it."),
    BROKER_BLOCKED(CRITICAL, "Free memory or disk of RabbitMQ."),
    NO_WORKER(CRITICAL, "Start a worker that runs this type, or deactivate its jobs."),
    JOB_DISABLED(CRITICAL, "Mend its cause, then activate the job."),
    JOB_OVERDUE(CRITICAL, "Ask the job why it does not run."),
    QUEUE_OLD(WARNING, "Add workers or slots, or see why they take nothing."),
    JOB_FAILING(WARNING, "Read the last error; retry or resolve the failed run."),
    WORKER_SILENT(WARNING, "See whether its process lives; its runs are recovered."),
    WORKER_REFUSING(WARNING, "Remove what it names, such as a full disk."),
    NODE_SILENT(WARNING, "See whether its process lives."),
    REFUSED_WORKERS(WARNING, "Give the group its key, or stop whoever sends in its name."),
    DEAD_LETTERS(WARNING, "Read them, replay what is to run, and delete the rest."),
    MISSED_RUNS(WARNING, "Read their reasons, and run by hand what must not be missed."),
    NO_NEXT_RUN(WARNING, "Give the job a schedule that still comes, or deactivate it."),
    CLOCK_SKEW(WARNING, "Have the clocks set by NTP."),
    DEGRADED(WARNING, "Read what the part says of itself."),
    ZONE_RULES_OLD(INFO, "Update the tzdata or the Java of this node."),
    LATE_RUNS(INFO, "See whether dispatching was stopped or a node was away."),
    OVERLAPPED_RUNS(INFO, "Plan the job less often, or let its runs wait.");

    private final Severity severity;
    private final String action;

    AttentionCode(Severity severity, String action) {
        this.severity = severity;
        this.action = action;
    }

    public Severity severity() {
        return severity;
    }

    /** What to do about it, for people. */
    public String action() {
        return action;
    }
}
