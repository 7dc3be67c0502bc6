package io.milvaion.scheduler.see.figure;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import java.util.ArrayList;
import java.util.List;

/** Warns in the health of a node before it has no files or no disk left. */
final class NearLimits {

    private static final String COMPONENT = "limits";

    /** Percent. */
    private static final int MANY_FILES = 80;

    private static final int FULL_DISK = 95;

    private NearLimits() {}

    static void report(Machine machine, SystemHealth health) {
        var near = of(machine);
        if (near.isEmpty()) {
            health.forget(COMPONENT);
        } else {
            health.report(COMPONENT, Status.DEGRADED, String.join("; ", near));
        }
    }

    static List<String> of(Machine machine) {
        var near = new ArrayList<String>();
        var files = machine.openFiles();
        var mostFiles = machine.maxFiles();
        if (files != null && mostFiles != null && 100 * files >= MANY_FILES * mostFiles) {
            near.add("%d of %d files are open".formatted(files, mostFiles));
        }
        var free = machine.diskFreeBytes();
        var disk = machine.diskBytes();
        if (free != null && disk != null && 100 * (disk - free) >= FULL_DISK * disk) {
            near.add("%d MB of the disk are free".formatted(free >> 20));
        }
        return near;
    }
}
