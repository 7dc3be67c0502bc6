package io.milvaion.scheduler.people.oidc;

import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_ACR;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_CLIENT_ID;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_CLIENT_SECRET;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_DEFAULT_ROLE;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_ISSUER;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_NAME_CLAIM;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_REDIRECT_URI;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_ROLES;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_ROLES_CLAIM;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_SCOPES;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_TIMEOUT_MILLIS;
import static io.milvaion.platform.config.KnownElsewhereSettings.OIDC_TITLE;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.Setting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.people.elsewhere.RoleMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * At which provider people log in; keys {@code milvaion.oidc.*}.
 *
 * @param clientSecret empty: a public client
 * @param acr one of them is needed; empty: any will do
 */
record OidcSettings(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        URI redirectUri,
        String title,
        String scopes,
        String nameClaim,
        String rolesClaim,
        RoleMapping mapping,
        List<String> acr,
        Duration timeout) {

    /**
     * @return empty if no provider is named
     * @throws InvalidSetting if the rest does not go with it
     */
    static Optional<OidcSettings> from(SettingsReader settings) {
        return settings.given(OIDC_ISSUER)
                .map(
                        issuer ->
                                new OidcSettings(
                                        issuer,
                                        needed(settings, OIDC_CLIENT_ID),
                                        settings.given(OIDC_CLIENT_SECRET),
                                        needed(settings, OIDC_REDIRECT_URI),
                                        settings.value(OIDC_TITLE),
                                        settings.value(OIDC_SCOPES),
                                        settings.value(OIDC_NAME_CLAIM),
                                        settings.value(OIDC_ROLES_CLAIM),
                                        new RoleMapping(
                                                settings.given(OIDC_ROLES).orElse(Map.of()),
                                                settings.given(OIDC_DEFAULT_ROLE)),
                                        settings.given(OIDC_ACR)
                                                .map(text -> List.of(text.split(" +")))
                                                .orElse(List.of()),
                                        Duration.ofMillis(settings.value(OIDC_TIMEOUT_MILLIS))));
    }

    private static <T> T needed(SettingsReader settings, Setting<T> setting) {
        return settings.given(setting)
                .orElseThrow(
                        () -> new InvalidSetting(setting, "", "needed with " + OIDC_ISSUER.key()));
    }
}
