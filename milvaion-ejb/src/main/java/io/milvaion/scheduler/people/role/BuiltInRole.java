package io.milvaion.scheduler.people.role;

import static io.milvaion.scheduler.people.role.Permission.AUDIT_READ;
import static io.milvaion.scheduler.people.role.Permission.FAILURE_READ;
import static io.milvaion.scheduler.people.role.Permission.FAILURE_REPLAY;
import static io.milvaion.scheduler.people.role.Permission.FAILURE_WRITE;
import static io.milvaion.scheduler.people.role.Permission.JOB_READ;
import static io.milvaion.scheduler.people.role.Permission.JOB_TRIGGER;
import static io.milvaion.scheduler.people.role.Permission.JOB_WRITE;
import static io.milvaion.scheduler.people.role.Permission.OCCURRENCE_CANCEL;
import static io.milvaion.scheduler.people.role.Permission.OCCURRENCE_READ;
import static io.milvaion.scheduler.people.role.Permission.SYSTEM_OPERATE;
import static io.milvaion.scheduler.people.role.Permission.SYSTEM_READ;
import static io.milvaion.scheduler.people.role.Permission.WORKER_DRAIN;
import static io.milvaion.scheduler.people.role.Permission.WORKER_READ;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A role that every installation has. */
public enum BuiltInRole {
    /** Everything. */
    ADMIN("Admin", EnumSet.allOf(Permission.class)),
    /** Keeps it running: everything but definitions, secrets and people. */
    OPERATOR(
            "Operator",
            reading(
                    JOB_TRIGGER,
                    OCCURRENCE_CANCEL,
                    FAILURE_WRITE,
                    FAILURE_REPLAY,
                    WORKER_DRAIN,
                    SYSTEM_OPERATE,
                    AUDIT_READ)),
    /** Writes jobs and looks after their runs. */
    DEVELOPER(
            "Developer",
            reading(JOB_WRITE, JOB_TRIGGER, OCCURRENCE_CANCEL, FAILURE_WRITE, FAILURE_REPLAY)),
    /** Looks on. */
    VIEWER("Viewer", reading());

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Permission> permissions;

    BuiltInRole(String title, Set<Permission> permissions) {
        this.title = title;
        this.permissions = Set.copyOf(permissions);
    }

    /** The name of its row. */
    public String title() {
        return title;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public static Optional<BuiltInRole> named(String title) {
        return Arrays.stream(values()).filter(role -> role.title.equals(title)).findFirst();
    }

    private static Set<Permission> reading(Permission... more) {
        var all = EnumSet.of(JOB_READ, OCCURRENCE_READ, FAILURE_READ, WORKER_READ, SYSTEM_READ);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
