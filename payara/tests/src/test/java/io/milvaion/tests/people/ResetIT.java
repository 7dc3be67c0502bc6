package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Mailbox;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ResetIT {

    private static final Pattern LINK =
            Pattern.compile("https://ops\\.example\\.org/app/#reset=(?:3D)?([A-Za-z0-9_-]{43})");

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
        var me = session.get("api/v1/auth/me").expect(200).json();
        assertThat(me.get("email")).isEqualTo(body.get("email"));
        assertThat(me.get("issuer").isNull()).isTrue();

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
    void aForgottenPasswordIsChangedByTheLinkInTheMail() {
        admin.rest().patch("api/v1/users/" + ada.id(), object().put("email", email)).expect(200);
        var stranger = new Rest(URI.create(url.toString()), null);
        var unknown = object().put("account", "nobody " + ada.name());

        var answer = forgotten(stranger, object().put("account", email.toUpperCase(Locale.ROOT)));
        assertThat(forgotten(stranger, unknown).body()).isEqualTo(answer.body());
        var reset = object().put("token", mailedToken(email)).put("newPassword", "password1");
        var weak = stranger.post("api/v1/auth/password/reset", reset).expectProblem(400);
        assertThat(weak.body()).contains("newPassword");
        reset.put("newPassword", "a password of my choice");
        stranger.post("api/v1/auth/password/reset", reset).expect(204);

        soon().until(() -> session.get("api/v1/auth/me").status() == 401);
        ada.tryLogin(ada.password()).expectProblem(401);
        ada.tryLogin("a password of my choice").expect(200);
        var again = stranger.post("api/v1/auth/password/reset", reset).expectProblem(400);
        assertThat(again.body()).contains("\"token\"");
    }

    /** Waits for the mail with the link; gives what the page of the link sends. */
    static String mailedToken(String email) {
        soon().until(() -> Mailbox.of(email).size() == 1);
        var text = Mailbox.of(email).get(0).text();
        var link = LINK.matcher(text.replace("=\r\n", ""));
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private static Answer forgotten(Rest stranger, ObjectNode body) {
        return stranger.post("api/v1/auth/password/forgotten", body).expect(202);
    }

    private JsonNode account() {
        return admin.rest().get("api/v1/users/" + ada.id()).expect(200).json();
    }
}
