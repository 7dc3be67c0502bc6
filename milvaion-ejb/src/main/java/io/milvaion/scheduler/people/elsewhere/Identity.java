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

    /** The issuer of those whom the directory knows: one is asked, and its ids are unique. */
    public static final String DIRECTORY = "ldap";

    public Identity {
        groups = Set.copyOf(groups);
    }
}
