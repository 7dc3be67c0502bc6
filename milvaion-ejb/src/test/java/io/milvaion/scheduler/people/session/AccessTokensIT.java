package io.milvaion.scheduler.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.secret.RandomText;
import io.milvaion.scheduler.service.Services;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccessTokensIT {

    private static final UUID SESSION = UUID.randomUUID();

    private final Database database = Services.database();
    private final SessionScene here = new SessionScene(database);

    @Test
    void aTokenNamesItsSessionOnEveryNode() {
        var token = here.tokens.issue(UUID.randomUUID(), SESSION, Duration.ofMinutes(1));

        assertThat(here.tokens.verify(token)).contains(SESSION);
        assertThat(new SessionScene(database).tokens.verify(token)).contains(SESSION);
    }

    @Test
    void whatTheTestsForgeWouldBeGoodIfNothingWereWrongWithIt() throws Exception {
        assertThat(here.tokens.verify(signed(b -> b, h -> h, key()))).contains(SESSION);
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        var plain = new PlainJWT(claims(b -> b)).serialize();

        refused(plain);
        refused(plain.substring(0, plain.lastIndexOf('.')));
        var good = here.tokens.issue(UUID.randomUUID(), SESSION, Duration.ofMinutes(1));
        refused(good.substring(0, good.lastIndexOf('.') + 1));
        refused(good.substring(0, good.length() - 4) + "AAAA");
    }

    @Test
    void thePublicKeyIsNoSecret() throws Exception {
        var secret = key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256)
                                .type(AccessTokens.TYPE)
                                .keyID(key().getKeyID())
                                .build(),
                        claims(b -> b));
        token.sign(new MACSigner(secret));

        refused(token.serialize());
    }

    @Test
    void onlyOurKeysCountWhateverTheHeaderOffers() throws Exception {
        var foreign = new ECKeyGenerator(Curve.P_256).keyID("foreign").generate();

        refused(signed(b -> b, h -> h, foreign));
        refused(signed(b -> b, h -> h.keyID(key().getKeyID()), foreign));
        refused(signed(b -> b, h -> h.jwk(foreign.toPublicJWK()), foreign));
        refused(
                signed(
                        b -> b,
                        h -> h.jwkURL(URI.create("http://127.0.0.1:1/keys")).keyID("elsewhere"),
                        foreign));
    }

    @Test
    void timesAudienceIssuerAndKindMustBeRight() throws Exception {
        var now = Instant.now();

        refused(signed(b -> b.expirationTime(Date.from(now.minusSeconds(60))), h -> h, key()));
        refused(signed(b -> b.expirationTime(null), h -> h, key()));
        refused(signed(b -> b.notBeforeTime(Date.from(now.plusSeconds(60))), h -> h, key()));
        refused(signed(b -> b.audience("others"), h -> h, key()));
        refused(signed(b -> b.audience((String) null), h -> h, key()));
        refused(signed(b -> b.issuer("others"), h -> h, key()));
        refused(signed(b -> b.claim("sid", null), h -> h, key()));
        refused(signed(b -> b.claim("sid", "no id"), h -> h, key()));
        refused(signed(b -> b, h -> h.type(JOSEObjectType.JWT), key()));
        refused(signed(b -> b, h -> h.type(null), key()));
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        refused(RandomText.next());
    }

    @Test
    void aNewKeySignsOnceAllNodesKnowItAndTheOldOneGoesOnVerifying() {
        var own = Services.ownDatabase();
        var node = new SessionScene(own);
        var first = node.keys.signer().getKeyID();
        var before = node.tokens.issue(UUID.randomUUID(), SESSION, Duration.ofMinutes(9));

        node.keys.rotate();

        assertThat(node.keys.signer().getKeyID()).as("others do not know it").isEqualTo(first);
        assertThat(node.keys.published().getKeys()).hasSize(2);
        node.at(Duration.ofMinutes(3));
        assertThat(node.keys.signer().getKeyID()).isNotEqualTo(first);
        assertThat(node.tokens.verify(before)).contains(SESSION);
    }

    @Test
    void anOldKeyIsReplacedByItself() {
        var own = Services.ownDatabase();
        var first = new SessionScene(own).keys.signer().getKeyID();

        var monthsLater = new SessionScene(own).at(Duration.ofDays(31));
        assertThat(monthsLater.keys.published().getKeys()).hasSize(2);
        assertThat(monthsLater.at(Duration.ofDays(32)).keys.signer().getKeyID())
                .isNotEqualTo(first);
    }

    private void refused(String token) {
        assertThat(here.tokens.verify(token)).as(token).isEmpty();
    }

    private ECKey key() {
        return here.keys.signer();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        return change.apply(
                        new JWTClaimsSet.Builder()
                                .issuer(AccessTokens.NAME)
                                .audience(AccessTokens.NAME)
                                .subject(UUID.randomUUID().toString())
                                .claim(AccessTokens.SESSION, SESSION.toString())
                                .jwtID("1")
                                .issueTime(Date.from(now))
                                .notBeforeTime(Date.from(now))
                                .expirationTime(Date.from(now.plusSeconds(60))))
                .build();
    }

    private static String signed(
            UnaryOperator<JWTClaimsSet.Builder> claims,
            UnaryOperator<JWSHeader.Builder> header,
            ECKey key)
            throws Exception {
        var start =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokens.TYPE)
                        .keyID(key.getKeyID());
        var token = new SignedJWT(header.apply(start).build(), claims(claims));
        JWSSigner signer = new ECDSASigner(key);
        token.sign(signer);
        return token.serialize();
    }
}
