package io.milvaion.scheduler.people.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.milvaion.scheduler.people.foreign.IssuerKeys;
import io.milvaion.scheduler.people.foreign.SignedClaims;
import io.milvaion.scheduler.people.foreign.WebClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A provider as it describes itself, read again from time to time. Safe to share. */
final class Provider {

    private static final Duration READ_AGAIN = Duration.ofMinutes(15);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final String DOCUMENT = "/.well-known/openid-configuration";

    private final OidcSettings settings;
    private final WebClient client;
    private volatile Known known; // null before the first time

    /** What was read at a time of {@code System.nanoTime()}. */
    private record Known(ProviderDocument document, SignedClaims tokens, long readAt) {}

    Provider(OidcSettings settings, WebClient client) {
        this.settings = settings;
        this.client = client;
    }

    WebClient client() {
        return client;
    }

    /**
     * @throws IOException if the provider does not give it
     */
    ProviderDocument document() throws IOException {
        return known().document();
    }

    /** What an ID token for us says; empty if it is none. */
    Optional<JWTClaimsSet> read(String idToken) throws IOException {
        return known().tokens().read(idToken);
    }

    /** Nobody waits for others who ask: each would take as long as a provider that is away. */
    private Known known() throws IOException {
        var before = known;
        if (before != null && System.nanoTime() - before.readAt() <= READ_AGAIN.toNanos()) {
            return before;
        }
        var address = URI.create(withoutSlash(settings.issuer()) + DOCUMENT);
        var reply = client.get(address, Map.of());
        if (reply.status() != 200) {
            throw new IOException(address + " answers " + reply.status());
        }
        var document = ProviderDocument.parse(reply.body(), settings.issuer());
        boolean same = before != null && before.document().jwks().equals(document.jwks());
        known =
                new Known(
                        document,
                        same ? before.tokens() : reader(document.jwks()),
                        System.nanoTime());
        return known;
    }

    private SignedClaims reader(URI keys) {
        return new SignedClaims(
                settings.issuer().toString(),
                settings.clientId(),
                IssuerKeys.at(keys, IssuerKeys.ASYMMETRIC, client),
                SKEW);
    }

    private static String withoutSlash(URI issuer) {
        return issuer.toString().replaceFirst("/$", "");
    }
}
