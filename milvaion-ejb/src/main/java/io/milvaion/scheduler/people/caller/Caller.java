package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.people.foreign.ForeignToken;
import io.milvaion.scheduler.people.role.Permission;
import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody who has been recognised, by one login or one key. */
public final class Caller extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    /** By what somebody is recognised. */
    public sealed interface By {

        UUID id();

        /** A login; the id is that of its session. */
        record Token(UUID id) implements By {}

        /** A key, with its name and what is stored of it, in hex. */
        record Key(UUID id, String name, String hash) implements By {}

        /** A token of another issuer. */
        record Foreign(ForeignToken token) implements By {

            @Override
            public UUID id() {
                return token.id();
            }
        }
    }

    private final UUID account;
    private final transient By by;
    private final Set<Permission> permissions;
    private final boolean mustChangePassword;
    private final Instant expiresAt;

    Caller(
            String name,
            UUID account,
            By by,
            Set<Permission> permissions,
            boolean mustChangePassword,
            Instant expiresAt) {
        super(name);
        this.account = account;
        this.by = by;
        this.permissions = Set.copyOf(permissions);
        this.mustChangePassword = mustChangePassword;
        this.expiresAt = expiresAt;
    }

    public UUID account() {
        return account;
    }

    public By by() {
        return by;
    }

    /** Whether nothing is permitted before the password has been changed. */
    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public boolean may(Permission permission) {
        return !mustChangePassword && permissions.contains(permission);
    }

    /** All that is permitted. */
    public Set<Permission> permissions() {
        return mustChangePassword ? Set.of() : permissions;
    }

    /** Names of the permissions: the roles that the container knows the caller in. */
    public Set<String> roles() {
        return permissions().stream().map(Permission::id).collect(Collectors.toSet());
    }

    boolean isGoodAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
