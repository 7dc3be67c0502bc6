package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import java.security.Key;
import java.security.PublicKey;
import java.util.Set;

/** Verifies with public keys only: no token turns one into a shared secret. */
final class Verifiers implements JWSVerifierFactory {

    private final DefaultJWSVerifierFactory library = new DefaultJWSVerifierFactory();

    @Override
    public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
        if (!(key instanceof PublicKey open)) {
            throw new JOSEException("no public key");
        }
        return JWSAlgorithm.EdDSA.equals(header.getAlgorithm())
                ? new Ed25519(open)
                : library.createJWSVerifier(header, key);
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return IssuerKeys.ASYMMETRIC;
    }

    @Override
    public JCAContext getJCAContext() {
        return library.getJCAContext();
    }
}
