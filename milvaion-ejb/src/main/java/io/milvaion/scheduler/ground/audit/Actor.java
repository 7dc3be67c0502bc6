package io.milvaion.scheduler.ground.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where.
 *
 * @param account null if nobody has been recognised
 * @param credential by what; null if nobody has been recognised
 * @param address as far as it is known, or null
 * @param request the id of the request, or null outside one
 */
public record Actor(
        String name, UUID account, Credential credential, String address, UUID request) {

    public Actor {
        name = Kept.of(name);
    }

    /** The scheduler itself. */
    public static final Actor SYSTEM = new Actor("system", null, null, null, null);

    /**
     * By what somebody is recognised.
     *
     * @param kind {@code session}, {@code key}, or {@code token} for one of another issuer
     * @param name of a key; null for a session
     */
    public record Credential(String kind, UUID id, @Nullable String name) {}

    /** Somebody who has not been recognised. */
    public static Actor stranger(String address, UUID request) {
        return new Actor("anonymous", null, null, address, request);
    }

    /** Somebody of whom only the name is kept, for what is done for them later. */
    public static Actor named(String name) {
        return new Actor(name, null, null, null, null);
    }

    /** The same request, by who has just been recognised. */
    public Actor knownAs(UUID account, String name) {
        return new Actor(name, account, credential, address, request);
    }

    /** The name, or null for the scheduler itself. */
    public String nameOfSomebody() {
        return this.equals(SYSTEM) ? null : name;
    }

    /** Name of the key by which they act, or null. */
    public String keyName() {
        return credential == null ? null : credential.name();
    }
}
