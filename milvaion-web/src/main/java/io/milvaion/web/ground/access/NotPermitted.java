package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.First;
import io.milvaion.scheduler.people.role.Permission;
import java.util.Map;

/** The caller may not do this. */
public class NotPermitted extends Refusal {

    private static final long serialVersionUID = 1L;

    private NotPermitted(String detail, Map<String, Object> members) {
        super(Kind.FORBIDDEN, "forbidden", "This is not permitted", detail, members);
    }

    /**
     * @throws NotPermitted if the caller may not do this
     */
    public static void unless(Caller caller, Permission permission) {
        unlessFree(caller);
        if (!caller.may(permission)) {
            throw new NotPermitted(
                    "This needs the permission " + permission.id() + ".",
                    Map.of("permission", permission.id()));
        }
    }

    /**
     * @throws NotPermitted if only some jobs are reached
     */
    public static void unlessEverything(Reach reach) {
        if (!reach.isEverything()) {
            throw toWhomIsLimited();
        }
    }

    /**
     * @throws NotPermitted if the caller must do something else first
     */
    public static void unlessFree(Caller caller) {
        if (caller.first() != First.NOTHING) {
            throw new NotPermitted(caller.first().demand(), Map.of());
        }
    }

    static NotPermitted toWhomIsLimited() {
        return new NotPermitted(
                "Your permission is for some jobs only, and this concerns all.", Map.of());
    }

    static NotPermitted withThis(Permission permission) {
        return new NotPermitted(
                "Your permission " + permission.id() + " is for other jobs.",
                Map.of("permission", permission.id()));
    }

    /** What lasts longer than such a token is for a login or a key to do. */
    public static NotPermitted byForeignToken() {
        return new NotPermitted("A token of another issuer cannot do this.", Map.of());
    }

    static NotPermitted toAnybody() {
        return new NotPermitted("Nobody may do this.", Map.of());
    }
}
