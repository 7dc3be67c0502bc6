package io.milvaion.scheduler.ground.audit;

import java.util.UUID;

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
     * @param kind {@code session} or {@code key}
     * @param name of a key; null for a session
     */
    public record Credential(String kind, UUID id, String name) {}

    /** The same request, of somebody who is known by their name only. */
    public Actor named(String name) {
        return new Actor(name, account, credential, address, request);
    }

    /** Name of the key by which they act, or null. */
    public String keyName() {
        return credential == null ? null : credential.name();
    }
}
