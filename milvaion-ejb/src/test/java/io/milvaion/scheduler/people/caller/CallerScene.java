package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.people.role.BuiltInRole;
import java.util.UUID;

/** Callers for tests. */
public final class CallerScene {

    private CallerScene() {}

    /** Somebody who may do everything. */
    public static Caller admin(String name, UUID account) {
        var by = new Caller.By.Token(UUID.randomUUID());
        return new Caller(name, account, by, BuiltInRole.ADMIN.permissions(), First.NOTHING, null);
    }
}
