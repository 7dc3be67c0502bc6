package io.milvaion.web.people.key;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.key.ApiKey;
import io.milvaion.scheduler.people.key.ApiKeys;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.NotPermitted;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What the caller may do with which key: a stranger's key does not exist. */
@RequestScoped
class KeyOwner {

    @Inject ApiKeys keys;
    @Inject CurrentCaller caller;

    /**
     * Whose keys are listed: null for everybody's.
     *
     * @param all whether everybody's are asked for
     */
    UUID listed(boolean all) {
        var me = caller.require();
        if (!all) {
            return me.account();
        }
        NotPermitted.unless(me, Permission.USER_READ);
        return null;
    }

    /**
     * Who must do something else first makes no key that would do without; a token of another
     * issuer, which may permit less than its owner has, none that would outlast it.
     */
    Caller mayMakeKeys() {
        var me = caller.require();
        NotPermitted.unlessFree(me);
        if (me.by() instanceof Caller.By.Foreign) {
            throw NotPermitted.byForeignToken();
        }
        return me;
    }

    /** A key of the caller's; for a key that asks, itself and what permits no more than it does. */
    ApiKey own(UUID id) {
        var me = caller.require();
        var key = keys.require(id);
        boolean own = key.owner().equals(me.getName());
        if (!own || (me.by() instanceof Caller.By.Key asking && exceeds(key, asking, me))) {
            throw new NotFound(NotFound.What.API_KEY, id);
        }
        return key;
    }

    private static boolean exceeds(ApiKey key, Caller.By.Key asking, Caller me) {
        return !key.id().equals(asking.id())
                && (key.permissions() == null
                        || !me.roles().containsAll(key.permissions())
                        || !limit(key).isWithin(asking.limit()));
    }

    private static Limit limit(ApiKey key) {
        return key.limit() == null ? Limit.NONE : key.limit();
    }

    ApiKey mayRead(UUID id) {
        return caller.require().may(Permission.USER_READ) ? keys.require(id) : own(id);
    }

    ApiKey mayRevoke(UUID id) {
        return caller.require().may(Permission.USER_WRITE) ? keys.require(id) : own(id);
    }
}
