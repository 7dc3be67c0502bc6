package io.milvaion.scheduler.people.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.scheduler.people.elsewhere.Away;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForeignTokensTest {

    private final Issuer issuer = new Issuer();
    private final ForeignTokens here = ForeignScene.node(issuer);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void aGoodTokenTellsWhoAndWhichRoles() {
        var token = issuer.token();

        assertThat(here.claim(token)).isTrue();
        var found = here.read(token).orElseThrow();
        assertThat(found.identity().issuer()).isEqualTo(Issuer.NAME);
        assertThat(found.identity().subject()).isEqualTo("7");
        assertThat(found.identity().name()).startsWith("robot ");
        assertThat(found.roles()).containsExactly("Operator");
    }

    @Test
    void eachAlgorithmOfTheListIsAcceptedAndNoOther() {
        var claims = Issuer.claims().build();
        var rs256 = Issuer.signed(claims, issuer.rsa, h -> h);
        var edDsa = Issuer.signedWithEd25519(claims, issuer.ed);

        assertThat(here.read(rs256)).isPresent();
        assertThat(here.read(edDsa)).isPresent();
        var strict = ForeignScene.node(issuer, "algorithms=ES256");
        assertThat(strict.read(issuer.token())).isPresent();
        refused(strict, rs256);
        refused(strict, edDsa);
        refused(here, rsa(JWSAlgorithm.RS512));
        refused(here, rsa(JWSAlgorithm.PS256));
        refused(here, Issuer.signedWithEd25519(claims, Issuer.edKey()));
    }

    @Test
    void aKeyThatASettingGivesIsEnough() {
        for (var key :
                List.of(publicKey(issuer.ec), publicKey(issuer.rsa), issuer.ed.getPublic())) {
            var node = ForeignScene.node(issuer, "jwks-url=", "public-key=" + pem(key));
            var claims = Issuer.claims().build();
            var tokens =
                    List.of(
                            Issuer.signed(claims, issuer.ec, h -> h),
                            Issuer.signed(claims, issuer.rsa, h -> h.keyID(null)),
                            Issuer.signedWithEd25519(claims, issuer.ed));
            assertThat(tokens.stream().filter(token -> node.read(token).isPresent())).hasSize(1);
        }
    }

    @Test
    void tricksWithTheAlgorithmAreRefused() throws JOSEException {
        var claims = Issuer.claims().build();
        refused(here, new PlainJWT(claims).serialize());
        for (var secret :
                List.of(
                        issuer.rsa.toPublicJWK().toJSONString(),
                        pem(publicKey(issuer.rsa)),
                        new String(
                                publicKey(issuer.rsa).getEncoded(), StandardCharsets.ISO_8859_1))) {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.rsa.getKeyID());
            var token = new SignedJWT(header.build(), claims);
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.ISO_8859_1)));
            refused(here, token.serialize());
            var one =
                    ForeignScene.node(
                            issuer, "jwks-url=", "public-key=" + pem(publicKey(issuer.rsa)));
            refused(one, token.serialize());
        }
        var good = issuer.token();
        refused(here, good.substring(0, good.lastIndexOf('.') + 1));
        refused(here, good.substring(0, good.length() - 4) + "AAAA");
    }

    @Test
    void onlyPublishedKeysCountWhateverTheHeaderOffers() {
        var other = Issuer.ecKey();
        var claims = Issuer.claims().build();

        refused(here, Issuer.signed(claims, other, h -> h));
        refused(here, Issuer.signed(claims, other, h -> h.keyID(issuer.ec.getKeyID())));
        refused(here, Issuer.signed(claims, other, h -> h.jwk(other.toPublicJWK())));
        refused(
                here,
                Issuer.signed(claims, other, h -> h.jwkURL(URI.create("http://127.0.0.1:1/k"))));
    }

    @Test
    void shortKeysDoNotCount() throws GeneralSecurityException {
        var pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(1024);
        var pair = pairs.generateKeyPair();
        issuer.published =
                List.of(new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID("s").build());
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("s").build();
        var token = new SignedJWT(header, Issuer.claims().build());

        refused(here, Issuer.signedByJdk(token, "SHA256withRSA", pair));
        assertThat(issuer.keysRead.get()).isPositive();
    }

    @Test
    void issuerAudienceTimesAndKindMustBeRight() {
        var now = Instant.now();

        refusedWith(b -> b.issuer("https://other.example"));
        refusedWith(b -> b.issuer(null));
        refusedWith(b -> b.audience("others"));
        refusedWith(b -> b.audience((String) null));
        refusedWith(b -> b.expirationTime(Date.from(now.minusSeconds(40))));
        refusedWith(b -> b.expirationTime(null));
        refusedWith(b -> b.notBeforeTime(Date.from(now.plusSeconds(40))));
        refusedWith(b -> b.issueTime(null));
        refusedWith(b -> b.subject(null));
        refusedWith(b -> b.claim("groups", List.of("strangers")));
        refusedWith(b -> b.claim("groups", null));
        var late = Issuer.claims().expirationTime(Date.from(now.minusSeconds(20))).build();
        assertThat(here.read(Issuer.signed(late, issuer.ec, h -> h)))
                .as("clocks differ")
                .isPresent();
        var exact = ForeignScene.node(issuer, "skew-seconds=0");
        refused(exact, Issuer.signed(late, issuer.ec, h -> h));
        var logout = new JOSEObjectType("logout+jwt");
        refused(here, Issuer.signed(Issuer.claims().build(), issuer.ec, h -> h.type(logout)));
    }

    @Test
    void aNewKeyIsReadAndUnknownOnesDoNotKeepTheIssuerBusy() {
        assertThat(here.read(issuer.token())).isPresent();
        var next = Issuer.ecKey();
        issuer.published = List.of(next);

        var claims = Issuer.claims().build();
        assertThat(here.read(Issuer.signed(claims, next, h -> h))).isPresent();
        refused(here, issuer.token());
        for (int i = 0; i < 50; i++) {
            var unknown = "unknown " + UUID.randomUUID();
            refused(here, Issuer.signed(claims, next, h -> h.keyID(unknown)));
        }
        assertThat(issuer.keysRead.get()).isBetween(2, 4);
    }

    @Test
    void whileTheIssuerIsAwayItsKnownKeysGoOnAndNobodyCanTellOfOthers() {
        assertThat(here.read(issuer.token())).isPresent();
        issuer.close();

        assertThat(here.read(issuer.token())).isPresent();
        var other = ForeignScene.node(issuer, "timeout-millis=500");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> other.read(issuer.token())).isInstanceOf(Away.class);
        }
    }

    @Test
    void tokensOfOthersAreNoneOfTheirs() {
        assertThat(here.claim("no token")).isFalse();
        assertThat(here.claim("a.b.c")).isFalse();
        var ours = Issuer.claims().issuer("milvaion").build();
        assertThat(here.claim(Issuer.signed(ours, issuer.ec, h -> h))).isFalse();
        assertThat(new ForeignTokens().claim(issuer.token())).isFalse();
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedAtTheStart() {
        for (var wrong :
                List.of(
                        "issuer=milvaion",
                        "audience=",
                        "jwks-url=",
                        "jwks-url=http://keys.example/",
                        "jwks-url=ftp://127.0.0.1/",
                        "public-key=both",
                        "algorithms=HS256",
                        "algorithms=none",
                        "roles=ops",
                        "skew-seconds=301")) {
            assertThatThrownBy(() -> ForeignScene.node(issuer, wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidSetting.class);
        }
        assertThatThrownBy(() -> ForeignScene.node(issuer, "jwks-url=", "public-key=AAAA"))
                .isInstanceOf(InvalidSetting.class);
    }

    private String rsa(JWSAlgorithm algorithm) {
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm).keyID(issuer.rsa.getKeyID()).build(),
                        Issuer.claims().build());
        try {
            token.sign(new RSASSASigner(issuer.rsa));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private void refusedWith(UnaryOperator<JWTClaimsSet.Builder> change) {
        var claims = change.apply(Issuer.claims()).build();
        refused(here, Issuer.signed(claims, issuer.ec, h -> h));
    }

    private static void refused(ForeignTokens node, String token) {
        assertThat(node.read(token)).isEmpty();
    }

    private static PublicKey publicKey(AsymmetricJWK key) {
        try {
            return key.toPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----";
    }
}
