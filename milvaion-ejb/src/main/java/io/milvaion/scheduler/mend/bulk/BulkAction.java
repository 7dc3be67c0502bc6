package io.milvaion.scheduler.mend.bulk;

import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.people.role.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be done to many. */
public enum BulkAction {
    ACTIVATE_JOBS(BulkTarget.JOBS, "activate", Permission.JOB_WRITE),
    DEACTIVATE_JOBS(BulkTarget.JOBS, "deactivate", Permission.JOB_WRITE),
    TRIGGER_JOBS(BulkTarget.JOBS, "trigger", Permission.JOB_TRIGGER),
    TAG_JOBS(BulkTarget.JOBS, "addTags", Permission.JOB_WRITE),
    UNTAG_JOBS(BulkTarget.JOBS, "removeTags", Permission.JOB_WRITE),
    DELETE_JOBS(BulkTarget.JOBS, "delete", Permission.JOB_WRITE),
    CANCEL_RUNS(BulkTarget.OCCURRENCES, "cancel", Permission.OCCURRENCE_CANCEL),
    REPLAY_FAILURES(BulkTarget.FAILED_OCCURRENCES, BulkOperation.REPLAY, Permission.FAILURE_REPLAY),
    RESOLVE_FAILURES(BulkTarget.FAILED_OCCURRENCES, "resolve", Permission.FAILURE_WRITE),
    DELETE_FAILURES(BulkTarget.FAILED_OCCURRENCES, "delete", Permission.FAILURE_WRITE),
    DELETE_LETTERS(BulkTarget.DEAD_LETTERS, "delete", Permission.FAILURE_WRITE);

    private final BulkTarget target;
    private final String wire;
    private final Permission permission;

    BulkAction(BulkTarget target, String wire, Permission permission) {
        this.target = target;
        this.wire = wire;
        this.permission = permission;
    }

    public BulkTarget target() {
        return target;
    }

    /** The name outside of Java, beside that of the target. */
    public String wire() {
        return wire;
    }

    public Permission permission() {
        return permission;
    }

    /** Whether it adds or removes tags. */
    public boolean needsTags() {
        return this == TAG_JOBS || this == UNTAG_JOBS;
    }

    /** Whether it makes runs, which may get data of their own. */
    public boolean makesRuns() {
        return this == TRIGGER_JOBS || this == REPLAY_FAILURES;
    }

    /** The names of what can be done to the items of a list. */
    public static List<String> names(BulkTarget target) {
        return Arrays.stream(values())
                .filter(action -> action.target == target)
                .map(BulkAction::wire)
                .toList();
    }

    public static Optional<BulkAction> of(BulkTarget target, String wire) {
        return Arrays.stream(values())
                .filter(action -> action.target == target && action.wire.equals(wire))
                .findFirst();
    }

    public static BulkAction of(BulkOperation operation) {
        return BulkTarget.of(operation.target())
                .flatMap(target -> of(target, operation.action()))
                .orElseThrow();
    }
}
