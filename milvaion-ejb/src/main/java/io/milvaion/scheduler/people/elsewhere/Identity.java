package io.milvaion.scheduler.people.elsewhere;

import java.util.Set;

/**
 * Somebody, as another system tells.
 *
 * @param issuer the system
 * @param subject who it is there, for all time
 * @param name what they are called there now
 */
public record Identity(String issuer, String subject, String name, Set<String> groups) {

    public Identity {
        groups = Set.copyOf(groups);
    }
}
