package io.milvaion.scheduler.people.role;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.reach.Reach;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What somebody may do, and with which jobs. */
public final class Rights {

    public static final Rights NONE = new Rights(new EnumMap<>(Permission.class));

    private final Map<Permission, Reach> reached;

    private Rights(Map<Permission, Reach> reached) {
        this.reached = reached;
    }

    /** What roles give together: each permission with all that one of them reaches. */
    public static Rights of(Collection<Role> roles) {
        var reached = new EnumMap<Permission, Reach>(Permission.class);
        for (var role : roles) {
            var reach = Reach.of(role.limit());
            role.permissions().stream()
                    .filter(permission -> permission.isGivenWithin(role.limit()))
                    .forEach(permission -> reached.merge(permission, reach, Reach::or));
        }
        return new Rights(reached);
    }

    /**
     * What of it a key gives.
     *
     * @param scope null: all permissions
     */
    public Rights within(Set<Permission> scope, Limit limit) {
        var left = new EnumMap<Permission, Reach>(Permission.class);
        reached.forEach(
                (permission, reach) -> {
                    if ((scope == null || scope.contains(permission))
                            && permission.isGivenWithin(limit)) {
                        left.put(permission, reach.within(limit));
                    }
                });
        return new Rights(left);
    }

    public Set<Permission> permissions() {
        return Set.copyOf(reached.keySet());
    }

    public boolean include(Permission permission) {
        return reached.containsKey(permission);
    }

    /** The jobs that something may be done with. */
    public Reach reach(Permission permission) {
        return reached.getOrDefault(permission, Reach.NOTHING);
    }

    /** Whether one of them is for some jobs only. */
    public boolean areLimited() {
        return reached.values().stream().anyMatch(reach -> !reach.isEverything());
    }

    /** Whether others are no more than these: nobody gives more than they have. */
    public boolean cover(Rights others) {
        return others.reached.entrySet().stream()
                .allMatch(
                        other ->
                                include(other.getKey())
                                        && other.getValue().isWithin(reach(other.getKey())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rights rights && reached.equals(rights.reached);
    }

    @Override
    public int hashCode() {
        return reached.hashCode();
    }

    @Override
    public String toString() {
        return reached.toString();
    }
}
