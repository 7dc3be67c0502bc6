package io.milvaion.web.ground.guard;

import static io.milvaion.platform.config.KnownSettings.HTTP_ALLOWED_ORIGINS;

import io.milvaion.platform.config.SettingsReader;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Whose pages may write here and read the answers: our own, and those of the setting. */
final class AllowedOrigins {

    private final Set<String> others;

    AllowedOrigins(SettingsReader settings) {
        this.others = settings.given(HTTP_ALLOWED_ORIGINS).orElse(Set.of());
    }

    /** Whether this is an origin of the setting. */
    boolean include(String origin) {
        return origin != null && others.contains(origin.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether a page may send what this sender sends. Where a browser does not say the site, host
     * names are compared and ports are not: a proxy in front may use another one.
     */
    boolean allow(Sender sender) {
        if (include(sender.origin())) {
            return true;
        }
        if (sender.site() != null) {
            return sender.site().equals("same-origin") || sender.site().equals("none");
        }
        if (sender.origin() == null) {
            return true;
        }
        var from = hostOf(sender.origin());
        return from != null
                && sender.host() != null
                && from.equalsIgnoreCase(hostOf("//" + sender.host()));
    }

    private static String hostOf(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
