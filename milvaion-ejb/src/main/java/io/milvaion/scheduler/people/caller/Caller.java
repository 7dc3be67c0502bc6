package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.foreign.ForeignToken;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Rights;
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

        /** A key, with its name, what is stored of it, in hex, and to what it is limited. */
        record Key(UUID id, String name, String hash, Limit limit) implements By {}

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
    private final transient Rights rights;
    private final First first;
    private final Instant expiresAt;

    Caller(String name, UUID account, By by, Rights rights, First first, Instant expiresAt) {
        super(name);
        this.account = account;
        this.by = by;
        this.rights = rights;
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
        return rights().include(permission);
    }

    /** All that is permitted, and with which jobs. */
    public Rights rights() {
        return first == First.NOTHING ? rights : Rights.NONE;
    }

    /** All that is permitted, if only with some jobs. */
    public Set<Permission> permissions() {
        return rights().permissions();
    }

    /** Names of the permissions: the roles that the container knows the caller in. */
    public Set<String> roles() {
        return permissions().stream().map(Permission::id).collect(Collectors.toSet());
    }

    boolean isGoodAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
