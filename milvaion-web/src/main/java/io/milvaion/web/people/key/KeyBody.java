package io.milvaion.web.people.key;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.key.NewKey;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.people.limit.LimitBody;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A key that somebody wants.
 *
 * @param permissions absent: all that the owner has, or the key that asks
 * @param limit absent: as the key that asks, if one does
 * @param expiresAt absent: never
 */
public record KeyBody(String name, List<String> permissions, Limit limit, Instant expiresAt) {

    private static final int NAME_LENGTH = 100;

    /** A key for the caller, who can give no more than they have. */
    static NewKey in(Fields fields, Caller owner) {
        var name = fields.text("name", NAME_LENGTH);
        if (name == null || name.isBlank()) {
            fields.wrong("name", "This is needed.");
        }
        var expiresAt = fields.instant("expiresAt");
        if (expiresAt != null && !expiresAt.isAfter(Clock.systemUTC().instant())) {
            fields.wrong("expiresAt", "This must be in the future.");
        }
        var limit = limit(fields, owner);
        return new NewKey(owner.account(), name, scope(fields, owner), limit, expiresAt);
    }

    /** A person's own limits hold for their keys whatever these say. */
    private static Limit limit(Fields fields, Caller owner) {
        var limit = LimitBody.in(fields);
        LimitBody.refuseWhatItTakes(fields, limit);
        if (owner.by() instanceof Caller.By.Key asking) {
            if (limit.isNone()) {
                return asking.limit();
            }
            if (!limit.isWithin(asking.limit())) {
                fields.wrong(LimitBody.NAME, LimitBody.WIDER);
            }
        }
        return limit;
    }

    private static Set<Permission> scope(Fields fields, Caller owner) {
        if (!fields.has("permissions")) {
            return owner.by() instanceof Caller.By.Key ? owner.permissions() : null;
        }
        var scope = EnumSet.noneOf(Permission.class);
        var ids = fields.texts("permissions");
        for (int i = 0; i < ids.size(); i++) {
            var permission = Permission.of(ids.get(i)).filter(owner::may);
            if (permission.isPresent()) {
                scope.add(permission.get());
            } else {
                fields.wrong("permissions[" + i + "]", "You have no such permission to give.");
            }
        }
        return scope;
    }
}
