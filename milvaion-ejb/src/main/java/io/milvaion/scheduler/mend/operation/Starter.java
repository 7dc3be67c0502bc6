package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.audit.Actor;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.people.role.Permission;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Who has begun an operation, and with which right.
 *
 * @param account null if nobody is asked whether the right still holds
 * @param key the key that was shown, or null after a login
 * @param permission null with {@code account}
 */
public record Starter(String name, UUID account, UUID key, Permission permission) {

    /** Somebody whose rights do not matter. */
    public static Starter named(String name) {
        return new Starter(name, null, null, null);
    }

    /** Who acts, as the audit knows it. */
    Actor actor() {
        var credential = key == null ? null : new Actor.Credential("key", key, null);
        return new Actor(name, account, credential, null, null);
    }

    static Starter of(Row row) throws SQLException {
        var permission = row.text("permission");
        return new Starter(
                row.text("created_by"),
                row.uuid("account_id"),
                row.uuid("key_id"),
                permission == null ? null : Permission.of(permission).orElse(null));
    }
}
