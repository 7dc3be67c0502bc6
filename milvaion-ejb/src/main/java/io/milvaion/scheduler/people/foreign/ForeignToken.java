package io.milvaion.scheduler.people.foreign;

import io.milvaion.scheduler.people.elsewhere.Identity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A good token of another issuer.
 *
 * @param id the same for the same token
 * @param roles here
 */
public record ForeignToken(UUID id, Identity identity, Set<String> roles, Instant expiresAt) {}
