package io.milvaion.scheduler.people.oidc;

import java.net.URI;

/**
 * A login that begins.
 *
 * @param location where the browser goes
 * @param attempt what it keeps
 */
public record Departure(URI location, OidcAttempt attempt) {}
