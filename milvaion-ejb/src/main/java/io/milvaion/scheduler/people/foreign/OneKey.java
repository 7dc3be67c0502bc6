package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import java.security.Key;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;

/** The one key of an issuer that a setting gives, whatever tokens call it. */
record OneKey(Set<JWSAlgorithm> algorithms, PublicKey key)
        implements JWSKeySelector<SecurityContext> {

    @Override
    public List<? extends Key> selectJWSKeys(JWSHeader header, SecurityContext context) {
        return algorithms.contains(header.getAlgorithm()) && fits(header.getAlgorithm())
                ? List.of(key)
                : List.of();
    }

    private boolean fits(JWSAlgorithm algorithm) {
        return switch (key.getAlgorithm()) {
            case "EC" -> JWSAlgorithm.Family.EC.contains(algorithm);
            case "RSA" -> JWSAlgorithm.Family.RSA.contains(algorithm);
            default -> JWSAlgorithm.EdDSA.equals(algorithm);
        };
    }
}
