package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of an issuer that may have signed a token. Safe to share. */
public final class IssuerKeys implements JWSKeySelector<SecurityContext> {

    /** All that is not a shared secret, an old one or none. */
    public static final Set<JWSAlgorithm> ASYMMETRIC =
            Set.of(
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.EdDSA);

    private static final int RSA_BITS = 2048;
    private static final Duration READ_AGAIN = Duration.ofMinutes(15);

    /** Twice in this time at most, however many unknown keys are named. */
    private static final Duration RARELY = Duration.ofSeconds(30);

    private static final Duration GOOD_WHILE_AWAY = Duration.ofHours(4);

    private final Set<JWSAlgorithm> algorithms;
    private final JWKSource<SecurityContext> source;
    private volatile boolean known; // whether the issuer has ever given any

    IssuerKeys(Set<JWSAlgorithm> algorithms, JWKSource<SecurityContext> source) {
        this.algorithms = algorithms;
        this.source = source;
    }

    /** Keys that are read from an address when they are needed. */
    public static IssuerKeys at(URI address, Set<JWSAlgorithm> algorithms, WebClient client) {
        try {
            return new IssuerKeys(
                    algorithms,
                    JWKSourceBuilder.<SecurityContext>create(address.toURL(), client)
                            .cache(READ_AGAIN.toMillis(), client.limit().toMillis() * 2)
                            .refreshAheadCache(false)
                            .rateLimited(RARELY.toMillis())
                            .outageTolerant(GOOD_WHILE_AWAY.toMillis())
                            .build());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * @throws KeySourceException if the issuer does not give its keys
     */
    @Override
    public List<? extends Key> selectJWSKeys(JWSHeader header, SecurityContext context)
            throws KeySourceException {
        if (!algorithms.contains(header.getAlgorithm())) {
            return List.of();
        }
        try {
            var selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
            var keys = source.get(selector, context);
            known = true;
            return keys.stream()
                    .filter(IssuerKeys::isForThis)
                    .flatMap(key -> publicKey(key).stream())
                    .toList();
        } catch (RateLimitReachedException e) { // asked a moment ago
            if (!known) {
                throw e;
            }
            return List.of(); // the key is unknown there
        }
    }

    private static boolean isForThis(JWK key) {
        boolean signs = key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse());
        return signs && (!(key instanceof RSAKey rsa) || rsa.size() >= RSA_BITS);
    }

    /** Empty if it is of a kind that signs nothing here. */
    private static Optional<PublicKey> publicKey(JWK key) {
        try {
            if (key instanceof ECKey ec) {
                return Optional.of(ec.toECPublicKey());
            }
            if (key instanceof RSAKey rsa) {
                return Optional.of(rsa.toRSAPublicKey());
            }
            return key instanceof OctetKeyPair pair
                    ? Optional.of(Ed25519.publicKey(pair))
                    : Optional.empty();
        } catch (JOSEException e) {
            return Optional.empty();
        }
    }
}
