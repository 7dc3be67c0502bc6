package io.milvaion.web.see.push;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of what clients can subscribe to. */
final class Channel {

    private static final Pattern NAME =
            Pattern.compile(
                    "jobs|occurrences|system"
                            + "|(job|occurrence|logs):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Channel() {}

    /** The name as events carry it, or empty if there is no such channel. */
    static Optional<String> named(String text) {
        var name = text.toLowerCase(Locale.ROOT);
        return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }
}
