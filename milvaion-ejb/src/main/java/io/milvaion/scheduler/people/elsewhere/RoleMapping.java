package io.milvaion.scheduler.people.elsewhere;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which roles follow from what another system says.
 *
 * @param roles by group there
 * @param otherwise of those who get none by their groups
 */
public record RoleMapping(Map<String, Set<String>> roles, Optional<String> otherwise) {

    /** Names of roles; none: they are to be refused. */
    public Set<String> of(Set<String> groups) {
        var mapped = new TreeSet<String>();
        groups.forEach(group -> mapped.addAll(roles.getOrDefault(group, Set.of())));
        if (mapped.isEmpty()) {
            otherwise.ifPresent(mapped::add);
        }
        return mapped;
    }
}
