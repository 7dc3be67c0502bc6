package io.milvaion.scheduler.people.directory;

import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_DEFAULT_ROLE;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_MAX_CONNECTIONS;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_ROLES;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_START_TLS;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_TIMEOUT_MILLIS;
import static io.milvaion.platform.config.KnownElsewhereSettings.LDAP_URL;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.people.elsewhere.RoleMapping;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which directory knows people; keys {@code milvaion.ldap.*}.
 *
 * @param timeout of connecting, and of each answer
 */
record DirectorySettings(
        URI url,
        boolean startTls,
        Lookup lookup,
        Groups groups,
        RoleMapping mapping,
        Duration timeout,
        int maxConnections) {

    /**
     * @return empty if no directory is named
     * @throws InvalidSetting if the rest does not go with it
     */
    static Optional<DirectorySettings> from(SettingsReader settings) {
        return settings.given(LDAP_URL).map(url -> of(url, settings));
    }

    private static DirectorySettings of(URI url, SettingsReader settings) {
        if (url.getHost() == null || url.getUserInfo() != null) {
            throw new InvalidSetting(LDAP_URL, url.getScheme() + "://…", "an address with a host");
        }
        return new DirectorySettings(
                url,
                !isTls(url) && settings.value(LDAP_START_TLS),
                Lookup.from(settings),
                Groups.from(settings),
                new RoleMapping(
                        byComparableName(settings.given(LDAP_ROLES).orElse(Map.of())),
                        settings.given(LDAP_DEFAULT_ROLE)),
                Duration.ofMillis(settings.value(LDAP_TIMEOUT_MILLIS)),
                settings.value(LDAP_MAX_CONNECTIONS));
    }

    static boolean isTls(URI url) {
        return url.getScheme().equals("ldaps");
    }

    int port() {
        int usual = isTls(url) ? 636 : 389;
        return url.getPort() < 0 ? usual : url.getPort();
    }

    private static <T> Map<String, T> byComparableName(Map<String, T> byName) {
        var all = new HashMap<String, T>();
        byName.forEach((name, value) -> all.put(Groups.comparable(name), value));
        return Map.copyOf(all);
    }
}
