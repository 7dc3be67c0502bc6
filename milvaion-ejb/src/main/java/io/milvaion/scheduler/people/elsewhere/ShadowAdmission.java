package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.account.AccountRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Lets people in who have logged in elsewhere. */
@ApplicationScoped
public class ShadowAdmission {

    @Inject Database database;

    /**
     * The account of somebody, with the roles of today.
     *
     * @param roles none: what the account has ends, too
     * @throws NotAdmitted without roles, or if the account is disabled
     */
    public UUID admit(Identity identity, Set<String> roles) {
        if (roles.isEmpty()) {
            database.transaction(connection -> takeRoles(connection, identity));
            throw NotAdmitted.withoutRole();
        }
        var shadow =
                database.transaction(
                        connection -> {
                            var known = ShadowRows.require(connection, identity);
                            give(connection, known, roles);
                            return known;
                        });
        if (!shadow.enabled()) {
            throw NotAdmitted.disabled();
        }
        return shadow.id();
    }

    private static Void takeRoles(Connection connection, Identity identity) throws SQLException {
        var known = ShadowRows.find(connection, identity);
        if (known.isPresent()) {
            give(connection, known.get(), Set.of());
        }
        return null;
    }

    /** Only what differs is written: each write has all nodes read callers again. */
    private static void give(Connection connection, Shadow known, Set<String> roles)
            throws SQLException {
        if (!known.roles().equals(roles)) {
            AccountRows.setRoles(connection, known.id(), roles);
            Audit.record(
                    connection,
                    Deed.of("account.update")
                            .on("account", known.id(), known.name())
                            .changed(
                                    Map.of("roles", new TreeSet<>(known.roles())),
                                    Map.of("roles", new TreeSet<>(roles)))
                            .saying("Roles follow from groups elsewhere."));
        }
    }
}
