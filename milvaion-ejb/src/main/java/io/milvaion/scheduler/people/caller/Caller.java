package io.milvaion.scheduler.people.caller;

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
    }

    private final UUID account;
    private final transient By by;
    private final Set<Permission> permissions;
    private final First first;
    private final Instant expiresAt;

    Caller(
            String name,
            UUID account,
            By by,
            Set<Permission> permissions,
            First first,
            Instant expiresAt) {
        super(name);
        this.account = account;
        this.by = by;
        this.permissions = Set.copyOf(permissions);
        this.first = first;
        this.expiresAt = expiresAt;
    }

    public UUID account() {
        return account;
    }

    public By by() {
        return by;
    }

    /** What has to be done before anything is permitted. */
    public First first() {
        return first;
    }

    public boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    /** All that is permitted. */
    public Set<Permission> permissions() {
        return first == First.NOTHING ? permissions : Set.of();
    }

    /** Names of the permissions: the roles that the container knows the caller in. */
    public Set<String> roles() {
        return permissions().stream().map(Permission::id).collect(Collectors.toSet());
    }

    boolean isGoodAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
