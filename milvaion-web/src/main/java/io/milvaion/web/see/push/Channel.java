package io.milvaion.web.see.push;

import io.milvaion.scheduler.people.role.Permission;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of what clients can subscribe to. */
final class Channel {

    private static final Pattern NAME =
            Pattern.compile(
                    "jobs|occurrences|system"
                            + "|(job|occurrence|logs):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Channel() {}

    /** What reading the same over REST needs. */
    static Permission permission(String name) {
        if (name.startsWith("job")) {
            return Permission.JOB_READ;
        }
        return name.equals("system") ? Permission.SYSTEM_READ : Permission.OCCURRENCE_READ;
    }

    /** The id of what a channel is about, if it is of this kind, like {@code job:}. */
    static Optional<UUID> idIn(String channel, String kind) {
        return channel.startsWith(kind)
                ? Optional.of(UUID.fromString(channel.substring(kind.length())))
                : Optional.empty();
    }

    /** The name as events carry it, or empty if there is no such channel. */
    static Optional<String> named(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
