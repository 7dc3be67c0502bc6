package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Somebody who signs tokens, and publishes the keys on a web server. */
public final class Issuer implements AutoCloseable {

    public static final String NAME = "https://issuer.example";

    final ECKey ec = ecKey();
    final RSAKey rsa = rsaKey();
    final KeyPair ed = edKey();
    final AtomicInteger keysRead = new AtomicInteger();
    volatile List<JWK> published = List.of(ec, rsa, published(ed));
    private final HttpServer server;

    public Issuer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 9);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/keys",
                exchange -> {
                    keysRead.incrementAndGet();
                    byte[] body =
                            new JWKSet(published)
                                    .toPublicJWKSet()
                                    .toString()
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    URI keys() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    static JWTClaimsSet.Builder claims() {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("milvaion-api")
                .subject("7")
                .claim("upn", "robot " + UUID.randomUUID())
                .claim("groups", List.of("ops", "others"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    /** A good one. */
    public String token(String subject, List<String> groups, Instant expiresAt) {
        var claims =
                claims().subject(subject)
                        .claim("groups", groups)
                        .expirationTime(Date.from(expiresAt))
                        .build();
        return signed(claims, ec, header -> header);
    }

    String token() {
        return signed(claims().build(), ec, header -> header);
    }

    /** With a key of the library. */
    static String signed(JWTClaimsSet claims, JWK key, UnaryOperator<JWSHeader.Builder> change) {
        var algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        var header = change.apply(new JWSHeader.Builder(algorithm).keyID(key.getKeyID())).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    /** With a key of the JDK, for which the library would need another one. */
    static String signedWithEd25519(JWTClaimsSet claims, KeyPair pair) {
        var header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed").build();
        return signedByJdk(new SignedJWT(header, claims), "Ed25519", pair);
    }

    /** With a key that the library does not take. */
    static String signedByJdk(SignedJWT token, String signature, KeyPair pair) {
        try {
            var signer = Signature.getInstance(signature);
            signer.initSign(pair.getPrivate());
            signer.update(token.getSigningInput());
            return new SignedJWT(
                            token.getHeader().toBase64URL(),
                            token.getPayload().toBase64URL(),
                            Base64URL.encode(signer.sign()))
                    .serialize();
        } catch (GeneralSecurityException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey rsaKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair edKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWK published(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] point = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point)).keyID("ed").build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
