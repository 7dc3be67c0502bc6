package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FactorIT {

    private static final String FACTOR = "api/v1/auth/second-factor";

    @ArquillianResource URL url;
    private Milvaion admin;
    private Person ada;
    private Rest session;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
        ada = Person.with(URI.create(url.toString()), admin, "Viewer");
        session = ada.login();
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void aLoginIsAskedForTheCodeAndTellsItOnlyAfterTheRightPassword() {
        var other = ada.login();
        var app = begun();
        var confirmed = session.post(FACTOR + "/confirm", code(app.code(0))).expect(200).json();
        var codes = confirmed.get("recoveryCodes");

        assertThat(codes).hasSize(10);
        assertThat(session.get(FACTOR).body()).contains("\"on\"").doesNotContain(app.secret());
        soon().until(() -> other.get("api/v1/auth/me").status() == 401);
        assertThat(ada.tryLogin("wrong").expectProblem(401).json().get("type").textValue())
                .isEqualTo("/problems/login-refused");
        var asked = ada.tryLogin(ada.password()).expectProblem(401);
        assertThat(asked.json().get("type").textValue())
                .isEqualTo("/problems/second-factor-needed");
        assertThat(asked.header("Set-Cookie")).isNull();
        var in = ada.tryLogin(ada.password(), app.code(1)).expect(200);
        assertThat(me(in).get("secondFactor").booleanValue()).isTrue();
        ada.tryLogin(ada.password(), app.code(1)).expectProblem(401);
        ada.tryLogin(ada.password(), codes.get(3).textValue()).expect(200);
        ada.tryLogin(ada.password(), codes.get(3).textValue()).expectProblem(401);
    }

    @Test
    void aStolenTokenNeitherSetsOneUpNorTurnsItOff() {
        session.post(FACTOR, object().put("password", "guessed")).expectProblem(400);
        session.post(FACTOR, object()).expectProblem(400);
        var app = begun();
        session.post(FACTOR + "/confirm", code("123")).expectProblem(400);
        session.post(FACTOR + "/confirm", code(app.code(0))).expect(200);

        session.post(FACTOR + "/off", proof("guessed", app.code(1))).expectProblem(400);
        session.post(FACTOR + "/off", proof(ada.password(), "000000")).expectProblem(400);
        session.post(FACTOR + "/recovery-codes", proof(ada.password(), "0")).expectProblem(400);
        session.post(FACTOR, object().put("password", ada.password())).expectProblem(409);
        ada.tryLogin(ada.password()).expectProblem(401);

        session.post(FACTOR + "/off", proof(ada.password(), app.code(1))).expect(204);
        ada.tryLogin(ada.password()).expect(200);
    }

    @Test
    void guessesOfThePasswordByAStolenTokenAreSlowedDown() {
        var guess = object().put("password", "guessed");
        for (int i = 0; i < 5; i++) {
            session.post(FACTOR, guess).expectProblem(400);
        }

        assertThat(session.post(FACTOR, guess).expectProblem(429).header("Retry-After"))
                .isNotNull();
    }

    @Test
    void whoSeesToAccountsTurnsOneOffThatIsLost() {
        var app = begun();
        session.post(FACTOR + "/confirm", code(app.code(0))).expect(200);
        session.delete("api/v1/users/" + ada.id() + "/second-factor").expectProblem(403);

        admin.rest().delete("api/v1/users/" + ada.id() + "/second-factor").expect(200);

        ada.tryLogin(ada.password()).expect(200);
    }

    private AuthenticatorApp begun() {
        var body = object().put("password", ada.password());
        var answer = session.post(FACTOR, body).expect(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return new AuthenticatorApp(answer.json().get("secret").textValue());
    }

    private JsonNode me(Answer tokens) {
        return ada.showing(tokens).get("api/v1/auth/me").expect(200).json();
    }

    private static ObjectNode code(String code) {
        return object().put("code", code);
    }

    private static ObjectNode proof(String password, String code) {
        return object().put("password", password).put("code", code);
    }
}
