package io.milvaion.scheduler.people.session;

import java.time.Duration;
import java.util.UUID;

/**
 * What a login or a refresh gives.
 *
 * @param session whose they are
 * @param access for {@code Authorization: Bearer}
 * @param accessFor how long it is good
 * @param refresh for one refresh
 * @param refreshFor how long that is good
 */
public record Tokens(
        UUID session, String access, Duration accessFor, String refresh, Duration refreshFor) {

    @Override
    public String toString() {
        return "Tokens[accessFor=" + accessFor + "]";
    }
}
