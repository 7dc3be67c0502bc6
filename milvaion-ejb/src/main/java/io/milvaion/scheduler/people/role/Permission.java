package io.milvaion.scheduler.people.role;

import io.milvaion.scheduler.ground.reach.Limit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Something that a caller may do. Names are for all time: roles and keys store them. */
public enum Permission {
    JOB_READ("Job.Read", "read jobs, their versions and what they will do"),
    JOB_WRITE("Job.Write", "create, change and delete jobs"),
    JOB_TRIGGER("Job.Trigger", "run jobs now"),
    JOB_SECRETS("Job.Secrets", "see values that are marked secret"),
    OCCURRENCE_READ("Occurrence.Read", "read runs and their logs"),
    OCCURRENCE_CANCEL("Occurrence.Cancel", "cancel runs"),
    FAILURE_READ("Failure.Read", "read failed runs, dead letters and replays"),
    FAILURE_WRITE("Failure.Write", "resolve and delete failed runs and dead letters"),
    FAILURE_REPLAY("Failure.Replay", "run failed runs again"),
    WORKER_READ("Worker.Read", "read workers and nodes"),
    WORKER_DRAIN("Worker.Drain", "take workers out of service"),
    SYSTEM_READ("System.Read", "read health, metrics and how dispatching stands"),
    SYSTEM_OPERATE("System.Operate", "stop and resume dispatching, and start repairs"),
    USER_READ("User.Read", "read accounts, roles, sessions and keys of everybody"),
    USER_WRITE("User.Write", "change accounts, roles, sessions and keys of everybody"),
    AUDIT_READ("Audit.Read", "read who has done what");

    /** How the names of those begin that concern jobs. */
    private static final Set<String> OF_JOBS = Set.of("Job", "Occurrence", "Failure");

    private final String id;
    private final String meaning;

    Permission(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    /** The name outside of Java. */
    public String id() {
        return id;
    }

    /** What it permits, after "may". */
    public String meaning() {
        return meaning;
    }

    /** Whether it concerns jobs and what belongs to them, so that it can be limited to some. */
    public boolean isOfJobs() {
        return OF_JOBS.contains(id.substring(0, id.indexOf('.')));
    }

    /** Whether a role or key with a limit gives it: what concerns more than jobs only without. */
    public boolean isGivenWithin(Limit limit) {
        return limit.isNone() || isOfJobs();
    }

    public static Optional<Permission> of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst();
    }
}
