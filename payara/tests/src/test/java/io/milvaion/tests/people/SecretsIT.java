package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.secret.SecretData;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A developer, who lacks Job.Secrets, and a job with a password in its data. */
@ExtendWith(ArquillianExtension.class)
class SecretsIT {

    @ArquillianResource URL url;
    private final String password = "sesame-" + UUID.randomUUID();
    private Milvaion admin;
    private Rest developer;
    private String id;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
        developer = Person.with(URI.create(url.toString()), admin, "Developer").login();
        id =
                admin.create(
                        job("echo")
                                .data("password", password)
                                .data("user", "ada")
                                .with("secretFields", List.of("/password")));
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void valuesAreShownToWhoMaySeeThemOnly() {
        var run = admin.trigger(id);
        admin.awaitState(run, "completed");
        admin.change(id, data("user", "eve"));

        for (var path :
                List.of(
                        "jobs/" + id,
                        "jobs/" + id + "/versions/1",
                        "jobs/" + id + "/versions/2/diff",
                        "occurrences/" + run)) {
            assertThat(developer.get("api/v1/" + path).expect(200).body())
                    .as(path)
                    .doesNotContain(password)
                    .contains(SecretData.MASK);
            assertThat(admin.rest().get("api/v1/" + path).expect(200).body())
                    .as(path)
                    .contains(password);
        }
        for (var path :
                List.of("jobs?limit=200", "jobs?q=sesame", "occurrences/" + run + "/logs")) {
            assertThat(developer.get("api/v1/" + path).body()).doesNotContain(password);
        }
    }

    @Test
    void noSearchAnswersToAGuess() {
        assertThat(developer.get("api/v1/jobs?q=" + password).expect(200).json().get("items"))
                .isEmpty();
        var guess = developer.patch("api/v1/jobs/" + id, data("password", password));
        var other = developer.patch("api/v1/jobs/" + id, data("password", "other"));
        other.expectProblem(400);
        assertThat(guess.status()).as("a right guess, if it changes nothing").isIn(200, 400);
        assertThat(guess.status()).as("is answered as a wrong one").isEqualTo(other.status());
    }

    @Test
    void aMaskThatComesBackKeepsWhatIsStored() {
        var read = (ObjectNode) developer.get("api/v1/jobs/" + id).expect(200).json();
        read.put("description", "edited");
        developer.put("api/v1/jobs/" + id, read).expect(200);
        developer.patch("api/v1/jobs/" + id, data("user", "eve")).expect(200);
        developer.patch("api/v1/jobs/" + id, data("password", SecretData.MASK)).expect(200);

        var stored = admin.rest().get("api/v1/jobs/" + id).expect(200).json();
        assertThat(stored.at("/jobData/password").textValue()).isEqualTo(password);
        assertThat(stored.at("/jobData/user").textValue()).isEqualTo("eve");
        assertThat(stored.get("description").textValue()).isEqualTo("edited");
        var run = developer.post("api/v1/jobs/" + id + "/trigger", object().set("data", masked()));
        var made = run.expect(202).json().get("occurrenceId").textValue();
        assertThat(admin.awaitState(made, "completed").get("result").textValue())
                .contains(password);
        assertThat(developer.get("api/v1/occurrences/" + made).body()).doesNotContain(password);
    }

    @Test
    void aMaskIsNeverStored() {
        var wrong = developer.patch("api/v1/jobs/" + id, data("user", SecretData.MASK));
        assertThat(wrong.expectProblem(400).body()).contains("jobData.user");
        admin.rest()
                .post("api/v1/jobs", job("echo").data("a", SecretData.MASK).build())
                .expectProblem(400);
        developer
                .post("api/v1/jobs/" + id + "/trigger", object().set("data", at("x")))
                .expectProblem(400);
    }

    @Test
    void whoCannotSeeAValueCannotGetAtIt() {
        developer.patch("api/v1/jobs/" + id, object().putNull("secretFields")).expectProblem(400);
        developer.patch("api/v1/jobs/" + id, object().put("jobType", "hello")).expectProblem(400);
        var without = job("echo").data("password", SecretData.MASK).build();
        developer.put("api/v1/jobs/" + id, without).expect(200);
        assertThat(admin.rest().get("api/v1/jobs/" + id).json().at("/secretFields/0").textValue())
                .as("absent is as it is")
                .isEqualTo("/password");
        developer
                .patch("api/v1/jobs/" + id, object().set("jobData", object().putNull("password")))
                .expect(200);
        admin.rest().patch("api/v1/jobs/" + id, object().putNull("secretFields")).expect(200);
        var pointer = object();
        pointer.withArray("secretFields").add("password");
        assertThat(admin.rest().patch("api/v1/jobs/" + id, pointer).expectProblem(400).body())
                .contains("secretFields[0]");
    }

    @Test
    void referencesAreSecretWithoutAMark() {
        var made = admin.create(job("echo").data("token", "Bearer ${secret:shop}"));

        assertThat(developer.get("api/v1/jobs/" + made).body())
                .contains(SecretData.MASK)
                .doesNotContain("shop");
        var run = admin.trigger(made);
        assertThat(admin.awaitState(run, "failed").get("error").textValue())
                .contains("no secret \"shop\"");
    }

    private static ObjectNode data(String name, String value) {
        return object().set("jobData", object().put(name, value));
    }

    private static ObjectNode masked() {
        return object().put("password", SecretData.MASK).put("user", "bob");
    }

    private static ObjectNode at(String name) {
        return object().put(name, SecretData.MASK);
    }
}
