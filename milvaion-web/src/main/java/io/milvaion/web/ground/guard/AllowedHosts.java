package io.milvaion.web.ground.guard;

import static io.milvaion.platform.config.KnownSettings.HTTP_ALLOWED_HOSTS;

import io.milvaion.platform.config.SettingsReader;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that this node answers to: loopback names, the names of the setting, and every address
 * in digits, which nobody can point elsewhere. A request without {@code Host} (HTTP/1.0) comes from
 * no browser.
 */
final class AllowedHosts {

    private static final String ANY = "*";
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile("\\.?(:\\d{0,5})?$");

    private final Set<String> names;

    AllowedHosts(SettingsReader settings) {
        this.names = settings.given(HTTP_ALLOWED_HOSTS).orElse(Set.of());
    }

    /**
     * @param header the value of {@code Host}, with or without port, or null
     */
    boolean include(String header) {
        if (header == null || names.contains(ANY)) {
            return true;
        }
        var host = PORT.matcher(header.toLowerCase(Locale.ROOT)).replaceFirst("");
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || ADDRESS.matcher(host).matches()
                || names.contains(host)
                || names.stream().anyMatch(name -> isBelow(host, name));
    }

    private static boolean isBelow(String host, String name) {
        return name.startsWith("*.") && host.endsWith(name.substring(1));
    }
}
