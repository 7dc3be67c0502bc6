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
    private ProviderDocument document; // null before the first time; guarded by this
    private SignedClaims tokens; // likewise
    private long readAt; // likewise

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
    synchronized ProviderDocument document() throws IOException {
        if (document == null || System.nanoTime() - readAt > READ_AGAIN.toNanos()) {
            var address = URI.create(withoutSlash(settings.issuer()) + DOCUMENT);
            var reply = client.get(address, Map.of());
            if (reply.status() != 200) {
                throw new IOException(address + " answers " + reply.status());
            }
            use(ProviderDocument.parse(reply.body(), settings.issuer()));
        }
        return document;
    }

    /** What an ID token for us says; empty if it is none. */
    Optional<JWTClaimsSet> read(String idToken) throws IOException {
        document();
        SignedClaims reader;
        synchronized (this) {
            reader = tokens;
        }
        return reader.read(idToken);
    }

    private void use(ProviderDocument next) {
        if (document == null || !document.jwks().equals(next.jwks())) {
            tokens =
                    new SignedClaims(
                            settings.issuer().toString(),
                            settings.clientId(),
                            IssuerKeys.at(next.jwks(), IssuerKeys.ASYMMETRIC, client),
                            SKEW);
        }
        document = next;
        readAt = System.nanoTime();
    }

    private static String withoutSlash(URI issuer) {
        return issuer.toString().replaceFirst("/$", "");
    }
}
