package io.milvaion.scheduler.people.oidc;

import io.milvaion.scheduler.people.session.Tokens;
import java.net.URI;

/**
 * A login that has succeeded.
 *
 * @param location where the browser goes
 */
public record Arrival(URI location, Tokens tokens) {}
