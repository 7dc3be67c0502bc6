package io.milvaion.scheduler.declare.plan;

import java.util.Map;

/** What is noted about an object, as far as people see it. Public, because it is compared. */
public record Noted(String name, Map<String, String> labels) {

    /** Null if nothing is. */
    static Noted of(ManagedObject managed) {
        return managed == null ? null : new Noted(managed.name(), managed.labels());
    }
}
