package io.milvaion.scheduler.people.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Access tokens: JWTs of type {@code at+jwt} (RFC 9068) that name a session. What their owner may
 * do is not in them: it is read anew and may change while they last.
 */
@ApplicationScoped
public class AccessTokens {

    /** Who issues them, and whom they are for. */
    public static final String NAME = "milvaion";

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String SESSION = "sid";

    /** Clocks of nodes may differ by so much. */
    private static final int SKEW_SECONDS = 5;

    @Inject SigningKeys keys;

    Clock clock = Clock.systemUTC();

    String issue(UUID account, UUID session, Duration duration) {
        var signer = keys.signer();
        var now = clock.instant();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(NAME)
                        .audience(NAME)
                        .subject(account.toString())
                        .claim(SESSION, session.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .notBeforeTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(duration)))
                        .build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .keyID(signer.getKeyID())
                        .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
        return token.serialize();
    }

    /** The session that a token names; empty if it is not a good token of ours. */
    public Optional<UUID> verify(String token) {
        try {
            var claims = processor().process(token, null);
            return Optional.of(UUID.fromString(claims.getStringClaim(SESSION)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys.published())));
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        NAME,
                        new JWTClaimsSet.Builder().issuer(NAME).build(),
                        Set.of("sub", SESSION, "exp", "nbf", "jti"));
        verifier.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
        return processor;
    }
}
