package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.role.BuiltInRole;
import io.milvaion.scheduler.people.role.Rights;
import io.milvaion.scheduler.people.role.Role;
import java.util.List;
import java.util.UUID;

/** Callers for tests. */
public final class CallerScene {

    private CallerScene() {}

    /** Somebody who may do everything. */
    public static Caller admin(String name, UUID account) {
        var by = new Caller.By.Token(UUID.randomUUID());
        var role =
                new Role(
                        BuiltInRole.ADMIN.title(),
                        true,
                        BuiltInRole.ADMIN.permissions(),
                        Limit.NONE);
        var rights = Rights.of(List.of(role));
        return new Caller(name, account, by, rights, First.NOTHING, null);
    }
}
