package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.provider.OpenIdProvider;
import io.milvaion.provider.Visitor;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Elsewhere;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SignInElsewhereIT {

    private static final String LOGIN = "api/v1/auth/oidc/login";

    @ArquillianResource URL url;
    private final Elsewhere elsewhere = Elsewhere.known();
    private final String ada = "ada" + UUID.randomUUID();
    private Rest stranger;
    private Milvaion admin;

    @BeforeEach
    void connect() {
        stranger = new Rest(URI.create(url.toString()), null);
        admin = new Milvaion(url);
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void thePageLearnsWhichWaysThereAre() {
        var ways = stranger.get("api/v1/auth/ways").expect(200).json().get("items");

        assertThat(ways.findValuesAsText("way")).containsExactly("password", "oidc");
        assertThat(ways.get(1).get("title").textValue()).isEqualTo("The company");
        assertThat(ways.get(1).get("location").textValue()).isEqualTo("/" + LOGIN);
    }

    @Test
    void aBrowserGoesToTheProviderAndComesBackWithASession() {
        try (var provider = provider()) {
            provider.put(ada, "ops");
            var leaving = stranger.get(LOGIN + "?returnTo=/jobs%3Fpage=2").expect(303);
            assertThat(leaving.header("Cache-Control")).isEqualTo("no-store");
            assertThat(leaving.header("Set-Cookie"))
                    .startsWith("milvaion-login=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/api/v1/auth", "Max-Age=600");

            var back = comeBack(new Visitor(ada).visit(location(leaving)), cookie(leaving));
            assertThat(back.expect(303).header("Location"))
                    .isEqualTo("http://127.0.0.1:8080/jobs?page=2");
            assertThat(cookies(back))
                    .anyMatch(c -> c.startsWith("milvaion-login=;") && c.contains("Max-Age=0"))
                    .anyMatch(c -> c.startsWith("milvaion=") && c.contains("SameSite=Strict"));

            var me = logIn(back);
            assertThat(me.get("api/v1/auth/me").json().get("name").textValue()).isEqualTo(ada);
            me.get("api/v1/jobs").expect(200);
            me.get("api/v1/users").expectProblem(403);
            endsThereToo(me);
        }
    }

    private void endsThereToo(Rest me) {
        var out = me.post("api/v1/auth/logout", null).expect(200);
        var there = URI.create(out.json().get("location").textValue());

        assertThat(there.getPath()).isEqualTo("/connect/logout");
        assertThat(new Visitor(ada).visit(there)).isEqualTo(URI.create("http://127.0.0.1:8080/"));
        soon().until(() -> me.get("api/v1/auth/me").status() == 401);
    }

    @Test
    void anAnswerThatThisBrowserHasNotAskedForBeginsNothing() {
        try (var provider = provider()) {
            provider.put(ada, "ops");
            var leaving = stranger.get(LOGIN).expect(303);
            var back = new Visitor(ada).visit(location(leaving));
            var other = cookie(stranger.get(LOGIN).expect(303));

            comeBack(back, "milvaion-login=").expectProblem(400);
            comeBack(back, other).expectProblem(400);
            comeBack(URI.create("/?code=x"), cookie(leaving)).expectProblem(400);
            comeBack(back, cookie(leaving)).expect(303);
            comeBack(back, cookie(leaving)).expectProblem(401);
        }
    }

    @Test
    void nobodyIsSentToAnotherSiteAndOtherHostsAreNotBelieved() {
        try (var provider = provider()) {
            for (var to : List.of("//evil.example", "/%5Cevil.example", "https://evil.example")) {
                assertThat(stranger.get(LOGIN + "?returnTo=" + to).expectProblem(400).body())
                        .contains("returnTo");
            }
            provider.put(ada);
            var forged = stranger.get(LOGIN, "X-Forwarded-Host", "evil.example").expect(303);
            assertThat(Visitor.query(location(forged)))
                    .containsEntry("redirect_uri", Elsewhere.BACK);
            var tls = stranger.get(LOGIN, "X-Forwarded-Proto", "https").expect(303);
            assertThat(tls.header("Set-Cookie"))
                    .startsWith("__Host-milvaion-login=")
                    .contains("Secure", "Path=/");
        }
    }

    @Test
    void whileTheProviderIsAwayOthersStillLogIn() {
        String cookie;
        URI back;
        try (var provider = provider()) {
            provider.put(ada, "ops");
            var leaving = stranger.get(LOGIN).expect(303);
            cookie = cookie(leaving);
            back = new Visitor(ada).visit(location(leaving));
        }

        comeBack(back, cookie).expectProblem(503);
        Person.with(URI.create(url.toString()), admin, "Viewer").login();
    }

    @Test
    void peopleOfTheDirectoryLogInWithTheirPasswordsThere() {
        elsewhere.directory().addPerson(ada, "ada's own");
        passwordLogin(ada, "ada's own").expectProblem(403);
        elsewhere.directory().addGroup("ops", ada);

        var tokens = passwordLogin(ada, "ada's own").expect(200);
        var me = showing(tokens.json());
        me.get("api/v1/jobs").expect(200);
        var id = me.get("api/v1/auth/me").json().get("id").textValue();
        var account = admin.rest().get("api/v1/users/" + id).expect(200).json();
        assertThat(account.get("issuer").textValue()).isEqualTo("ldap");
        assertThat(passwordLogin(ada, "wrong").expectProblem(401).body()).doesNotContain("ldap");

        var path = "api/v1/users/" + id;
        var reset = object().put("password", "a password of here 7");
        admin.rest().post(path + "/password", reset).expectProblem(409);
        var roles = object();
        roles.withArray("roles").add("Admin");
        admin.rest().patch(path, roles).expectProblem(409);
        admin.rest().patch(path, object().put("enabled", false)).expect(200);
        soon().until(() -> me.get("api/v1/auth/me").status() == 401);
        passwordLogin(ada, "ada's own").expectProblem(403);
    }

    @Test
    void tokensOfTheOtherIssuerAreAcceptedEverywhere() {
        var me = foreign(Elsewhere.ISSUER, "ops");

        assertThat(me.get("api/v1/auth/me").expect(200).json().get("name").textValue())
                .isEqualTo(ada);
        me.get("api/v1/jobs").expect(200);
        me.get("metrics").expect(200);
        me.get("api/v1/users").expectProblem(403);
        var key = object().put("name", "outlasts it");
        me.post("api/v1/api-keys", key).expectProblem(403);
        foreign(Elsewhere.ISSUER, "others").get("api/v1/auth/me").expectProblem(401);
        foreign("milvaion", "ops").get("api/v1/auth/me").expectProblem(401);
    }

    private Answer passwordLogin(String name, String password) {
        var body = object().put("name", name).put("password", password);
        return stranger.post("api/v1/auth/login", body);
    }

    private OpenIdProvider provider() {
        return OpenIdProvider.start(elsewhere.providerPort(), Elsewhere.BACK);
    }

    private Answer comeBack(URI back, String cookie) {
        var path = "api/v1/auth/oidc/callback?" + back.getRawQuery();
        return stranger.get(path, "Cookie", cookie);
    }

    private Rest logIn(Answer back) {
        var session = cookies(back).stream().filter(c -> c.startsWith("milvaion=")).findFirst();
        var cookie = session.orElseThrow().replaceFirst(";.*", "");
        return showing(
                stranger.post("api/v1/auth/refresh", null, "Cookie", cookie).expect(200).json());
    }

    private Rest showing(JsonNode tokens) {
        var token = new ApiKey(tokens.get("accessToken").textValue());
        return new Rest(URI.create(url.toString()), token);
    }

    private Rest foreign(String issuer, String group) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience(Elsewhere.AUDIENCE)
                        .subject(ada)
                        .claim("upn", ada)
                        .claim("groups", List.of(group))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
        try {
            token.sign(new ECDSASigner(elsewhere.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return new Rest(URI.create(url.toString()), new ApiKey(token.serialize()));
    }

    private static URI location(Answer answer) {
        return URI.create(answer.header("Location"));
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    private static List<String> cookies(Answer answer) {
        return answer.given().response().headers().allValues("Set-Cookie");
    }
}
