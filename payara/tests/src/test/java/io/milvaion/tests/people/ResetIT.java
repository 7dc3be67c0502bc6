package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ResetIT {

    @ArquillianResource URL url;
    private Milvaion admin;
    private Person ada;
    private Rest session;
    private String email;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
        ada = Person.with(URI.create(url.toString()), admin, "Viewer");
        session = ada.login();
        email = ada.name() + "@example.org";
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void ownersSayWithTheirPasswordWhereTheirMailGoes() {
        var body = object().put("email", email).put("password", "guessed");
        session.post("api/v1/auth/email", body).expectProblem(400);
        session.post("api/v1/auth/email", body.put("password", ada.password())).expect(204);

        assertThat(account().get("email").textValue()).isEqualTo(email);
        var bob = Person.with(URI.create(url.toString()), admin, "Viewer");
        var taken = object().put("email", email.toUpperCase(Locale.ROOT));
        taken.put("password", bob.password());
        bob.login().post("api/v1/auth/email", taken).expectProblem(409);
        session.post("api/v1/auth/email", object().put("password", ada.password())).expect(204);
        assertThat(account().hasNonNull("email")).isFalse();
    }

    @Test
    void whoSeesToAccountsChangesItToo() {
        var path = "api/v1/users/" + ada.id();
        for (var wrong : new String[] {"ada", "a b@example.org", "a@b\r\nBcc: c@d", "@x", "x@"}) {
            assertThat(
                            admin.rest()
                                    .patch(path, object().put("email", wrong))
                                    .expectProblem(400)
                                    .body())
                    .contains("\"email\"");
        }
        admin.rest().patch(path, object().put("email", email)).expect(200);
        assertThat(account().get("email").textValue()).isEqualTo(email);
        admin.rest().patch(path, object().put("enabled", true)).expect(200);
        assertThat(account().get("email").textValue()).isEqualTo(email);
        admin.rest().patch(path, object().put("email", "")).expect(200);
        assertThat(account().hasNonNull("email")).isFalse();
    }

    @Test
    void withoutMailNobodyIsPromisedAny() {
        var stranger = new Rest(URI.create(url.toString()), null);
        var known = object().put("account", ada.name());
        var unknown = object().put("account", "nobody");

        var answer = stranger.post("api/v1/auth/password/forgotten", known).expectProblem(409);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/no-mail");
        assertThat(stranger.post("api/v1/auth/password/forgotten", unknown).body())
                .isEqualTo(answer.body());
        stranger.post("api/v1/auth/password/forgotten", object()).expectProblem(400);
        var reset = object().put("token", "x".repeat(43)).put("newPassword", "some new password");
        assertThat(stranger.post("api/v1/auth/password/reset", reset).expectProblem(400).body())
                .contains("\"token\"");
    }

    private JsonNode account() {
        return admin.rest().get("api/v1/users/" + ada.id()).expect(200).json();
    }
}
