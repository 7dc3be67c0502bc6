package io.milvaion.scheduler.people.account;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param mustChangePassword nothing else is permitted before
 * @param roles names, in their order
 * @param lastLoginAt null before the first
 * @param issuer who recognises its owner; null: the password here does
 */
public record Account(
        UUID id,
        String name,
        @Nullable String email,
        boolean enabled,
        boolean mustChangePassword,
        List<String> roles,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastLoginAt,
        @Nullable String issuer) {

    /** For statements on {@code accounts a}. */
    static final String COLUMNS =
            """
            select a.id, a.name, a.email, a.enabled, a.must_change_password, a.created_at, a.created_by,
                   a.last_login_at,
                   array(select r.role from account_roles r where r.account_id = a.id order by 1)
                       as roles,
                   (select i.issuer from account_identities i where i.account_id = a.id) as issuer
              from accounts a""";

    static Account of(Row row) throws SQLException {
        return new Account(
                row.uuid("id"),
                row.text("name"),
                row.text("email"),
                row.flag("enabled"),
                row.flag("must_change_password"),
                row.texts("roles"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("last_login_at"),
                row.text("issuer"));
    }
}
