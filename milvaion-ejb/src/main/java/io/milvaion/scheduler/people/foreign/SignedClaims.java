package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.milvaion.scheduler.people.elsewhere.Away;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads what an issuer has signed for one audience. Safe to share. */
public final class SignedClaims {

    private static final System.Logger LOG = System.getLogger(SignedClaims.class.getName());

    private static final Set<String> NEEDED = Set.of("sub", "exp", "iat");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /**
     * @param skew by how much the issuer's clock may differ
     */
    public SignedClaims(
            String issuer, String audience, JWSKeySelector<SecurityContext> keys, Duration skew) {
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(keys);
        processor.setJWSVerifierFactory(new Verifiers());
        var verifier =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        audience, new JWTClaimsSet.Builder().issuer(issuer).build(), NEEDED);
        verifier.setMaxClockSkew(Math.toIntExact(skew.toSeconds()));
        processor.setJWTClaimsSetVerifier(verifier);
    }

    /**
     * @return empty if it is not a good token of the issuer for the audience
     * @throws Away if the issuer does not give its keys
     */
    public Optional<JWTClaimsSet> read(String token) {
        try {
            return Optional.of(processor.process(token, null));
        } catch (KeySourceException e) {
            LOG.log(System.Logger.Level.DEBUG, "an issuer gives no keys", e);
            throw new Away("The issuer of the token");
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            LOG.log(System.Logger.Level.DEBUG, "a foreign token is refused", e);
            return Optional.empty();
        }
    }
}
