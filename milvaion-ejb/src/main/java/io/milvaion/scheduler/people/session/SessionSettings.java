package io.milvaion.scheduler.people.session;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;
import java.time.Instant;

/**
 * How long logins last; keys {@code milvaion.session.*}.
 *
 * @param access of an access token
 * @param idle without a refresh
 * @param max in any case
 */
public record SessionSettings(Duration access, Duration idle, Duration max) {

    public static SessionSettings from(SettingsReader settings) {
        return new SessionSettings(
                Duration.ofMinutes(settings.value(KnownSettings.SESSION_ACCESS_MINUTES)),
                Duration.ofHours(settings.value(KnownSettings.SESSION_IDLE_HOURS)),
                Duration.ofHours(settings.value(KnownSettings.SESSION_MAX_HOURS)));
    }

    /** When a session ends that is used now and never again. */
    Instant end(Instant began, Instant now) {
        var idle = now.plus(this.idle);
        var last = began.plus(max);
        return idle.isBefore(last) ? idle : last;
    }
}
