package io.milvaion.scheduler.people.key;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.role.Permission;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A key to be made.
 *
 * @param permissions null: all that the owner has
 * @param limit the jobs that it is for
 * @param expiresAt null: never
 */
public record NewKey(
        UUID owner, String name, Set<Permission> permissions, Limit limit, Instant expiresAt) {}
