package io.milvaion.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What a provider knows, and what tests change of it while it runs. */
final class ProviderState {

    private static final int BITS = 2048;

    private final String issuer;
    private final String redirectUri;
    private final Map<String, List<String>> groups = new ConcurrentHashMap<>();
    private volatile RSAKey key = generated();
    private volatile Consumer<Map<String, Object>> change = claims -> {};

    ProviderState(String issuer, String redirectUri) {
        this.issuer = issuer;
        this.redirectUri = redirectUri;
    }

    String issuer() {
        return issuer;
    }

    String redirectUri() {
        return redirectUri;
    }

    String afterLogout() {
        return URI.create(redirectUri).resolve("/").toString();
    }

    void put(String name, String... values) {
        groups.put(name, List.of(values));
    }

    void rotate() {
        key = generated();
    }

    JWKSet keys() {
        return new JWKSet(key);
    }

    void alter(Consumer<Map<String, Object>> next) {
        change = next;
    }

    void complete(String name, Map<String, Object> claims) {
        claims.put("preferred_username", name);
        claims.put("groups", groups.getOrDefault(name, List.of()));
        change.accept(claims);
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }
}
