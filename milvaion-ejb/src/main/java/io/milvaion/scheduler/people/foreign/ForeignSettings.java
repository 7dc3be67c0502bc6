package io.milvaion.scheduler.people.foreign;

import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_ALGORITHMS;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_AUDIENCE;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_DEFAULT_ROLE;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_ISSUER;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_JWKS_URL;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_PUBLIC_KEY;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_ROLES;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_ROLES_CLAIM;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_SKEW_SECONDS;
import static io.milvaion.platform.config.KnownElsewhereSettings.JWT_TIMEOUT_MILLIS;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.people.elsewhere.RoleMapping;
import io.milvaion.scheduler.people.session.AccessTokens;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose bearer tokens are accepted; keys {@code milvaion.jwt.*}.
 *
 * @param publicKey in place of the address
 */
record ForeignSettings(
        String issuer,
        Optional<URI> jwksUrl,
        Optional<String> publicKey,
        String audience,
        Set<JWSAlgorithm> algorithms,
        String rolesClaim,
        RoleMapping mapping,
        Duration skew,
        Duration timeout) {

    private static final Map<String, JWSAlgorithm> ALGORITHMS =
            Map.of(
                    "es256", JWSAlgorithm.ES256,
                    "rs256", JWSAlgorithm.RS256,
                    "eddsa", JWSAlgorithm.EdDSA);

    /**
     * @return empty if no issuer is named
     * @throws InvalidSetting if the rest does not go with it
     */
    static Optional<ForeignSettings> from(SettingsReader settings) {
        return settings.given(JWT_ISSUER).map(issuer -> of(issuer, settings));
    }

    private static ForeignSettings of(String issuer, SettingsReader settings) {
        if (issuer.equals(AccessTokens.NAME)) {
            throw new InvalidSetting(JWT_ISSUER, issuer, "any but our own");
        }
        var url = settings.given(JWT_JWKS_URL);
        var key = settings.given(JWT_PUBLIC_KEY);
        if (url.isPresent() == key.isPresent()) {
            throw new InvalidSetting(JWT_JWKS_URL, url, "this or " + JWT_PUBLIC_KEY.key());
        }
        var words = settings.given(JWT_ALGORITHMS).orElse(ALGORITHMS.keySet());
        return new ForeignSettings(
                issuer,
                url,
                key,
                settings.given(JWT_AUDIENCE)
                        .orElseThrow(() -> new InvalidSetting(JWT_AUDIENCE, "", "some text")),
                words.stream().map(ALGORITHMS::get).collect(Collectors.toSet()),
                settings.value(JWT_ROLES_CLAIM),
                new RoleMapping(
                        settings.given(JWT_ROLES).orElse(Map.of()),
                        settings.given(JWT_DEFAULT_ROLE)),
                Duration.ofSeconds(settings.value(JWT_SKEW_SECONDS)),
                Duration.ofMillis(settings.value(JWT_TIMEOUT_MILLIS)));
    }

    JWSKeySelector<SecurityContext> keys(WebClient client) {
        return publicKey
                .<JWSKeySelector<SecurityContext>>map(pem -> new OneKey(algorithms, Pem.key(pem)))
                .orElseGet(() -> IssuerKeys.at(jwksUrl.orElseThrow(), algorithms, client));
    }
}
