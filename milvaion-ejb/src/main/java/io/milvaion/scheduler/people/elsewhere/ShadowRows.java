package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.account.AccountRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Statements on {@code account_identities}, within the caller's transaction. */
public final class ShadowRows {

    private ShadowRows() {}

    /** The account of somebody; made if there is none. */
    public static Shadow require(Connection connection, Identity identity) throws SQLException {
        var known = find(connection, identity);
        if (known.isPresent()) {
            return known.get();
        }
        AccountRows.lock(connection); // of two first logins at once one makes it
        var made = find(connection, identity);
        return made.isPresent() ? made.get() : make(connection, identity);
    }

    static Optional<Shadow> find(Connection connection, Identity identity) throws SQLException {
        return Sql.of(
                        """
                        select a.id, a.name, a.enabled,
                               array(select r.role from account_roles r where r.account_id = a.id)
                                   as roles
                          from account_identities i join accounts a on a.id = i.account_id
                         where i.issuer = :issuer and i.subject = :subject""")
                .with("issuer", identity.issuer())
                .with("subject", identity.subject())
                .first(connection, Shadow::of);
    }

    private static Shadow make(Connection connection, Identity identity) throws SQLException {
        var name = freeName(connection, identity.name());
        var id = AccountRows.insertShadow(connection, name, identity.issuer());
        Sql.of(
                        """
                        insert into account_identities (issuer, subject, account_id)
                        values (:issuer, :subject, :account)""")
                .with("issuer", identity.issuer())
                .with("subject", identity.subject())
                .with("account", id)
                .update(connection);
        Audit.record(
                connection,
                Deed.of("account.create")
                        .on("account", id, name)
                        .with(Map.of("issuer", identity.issuer(), "subject", identity.subject())));
        return find(connection, identity).orElseThrow();
    }

    private static String freeName(Connection connection, String name) throws SQLException {
        var candidates = ShadowName.candidates(name).iterator();
        var candidate = candidates.next();
        while (AccountRows.isTaken(connection, candidate)) {
            candidate = candidates.next();
        }
        return candidate;
    }
}
