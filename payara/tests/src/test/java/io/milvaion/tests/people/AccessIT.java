package io.milvaion.tests.people;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import io.milvaion.tests.server.Services;
import java.net.URI;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class AccessIT {

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private Rest stranger;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
        stranger = with(null);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/v1/jobs",
                "api/v1/dashboard",
                "api/v1/auth/me",
                "api/v1/api-keys",
                "metrics",
                "mp-metrics",
                "openapi",
                "ws/events",
                "problem",
                "nothing/here"
            })
    void whoHasNotLoggedInIsToldHow(String path) {
        var answer = stranger.get(path).expectProblem(401);

        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"milvaion\"");
    }

    @Test
    void thePartsOfALoginAreForAnybody() {
        stranger.get("").expect(200);
        stranger.get("assets/reference.css").expect(200);
        assertThat(stranger.get("health/live").expect(200).body()).startsWith("{\"status\":\"UP\"");
        assertThat(
                        stranger.get(".well-known/jwks.json")
                                .expect(200)
                                .json()
                                .at("/keys/0/crv")
                                .asText())
                .isEqualTo("P-256");
        assertThat(stranger.get(".well-known/jwks.json").body()).doesNotContain("\"d\"");
    }

    @Test
    void healthSaysWhetherAndOnlyToThePermittedWhatIsWrong() {
        var open = stranger.get("health/ready").expect(200).json().get("checks").get(0);
        var known = milvaion.rest().get("health/ready").expect(200).json().get("checks").get(0);

        assertThat(open.path("data")).isEmpty();
        assertThat(known.get("data").get("postgresql").textValue()).startsWith("up");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer mvk_0123456789012345678901234567890123456789",
                "Bearer mvk_short",
                "Bearer nonsense",
                "Bearer a.b.c"
            })
    void whatIsNotGoodIsRefusedAndSaysSo(String authorization) {
        var answer = stranger.get("api/v1/jobs", "Authorization", authorization).expectProblem(401);

        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        stranger.get("metrics", "Authorization", authorization).expectProblem(401);
        stranger.get("health/live", "Authorization", authorization).expect(200);
    }

    @Test
    void aKeyIsAlsoTakenFromItsOwnHeader() {
        stranger.get("api/v1/jobs", "X-API-Key", Services.rootKey().text()).expect(200);
        stranger.get("api/v1/jobs?access_token=" + Services.rootKey().text()).expectProblem(401);
    }

    @Test
    void aKeyDoesWhatItsScopePermitsAndEndsAtOnce() {
        var made = milvaion.rest().post("api/v1/api-keys", key("Job.Read", "Job.Trigger"));
        var id = made.expect(201).json().get("id").textValue();
        var secret = made.json().get("secret").textValue();
        var program = with(new ApiKey(secret));
        var job = milvaion.create(job("noop"));

        program.get("api/v1/jobs/" + job).expect(200);
        program.post("api/v1/jobs/" + job + "/trigger", null).expect(202);
        var refused = program.delete("api/v1/jobs/" + job).expectProblem(403).json();
        assertThat(refused.get("permission").textValue()).isEqualTo("Job.Write");
        program.get("metrics").expectProblem(403);
        program.get("openapi").expect(200);
        var listed = milvaion.rest().get("api/v1/api-keys").expect(200);
        assertThat(listed.body()).doesNotContain(secret).contains(secret.substring(0, 12));
        assertThat(listed.json().at("/items/0/lastUsedAddress").textValue()).isEqualTo("127.0.0.1");
        milvaion.rest().delete("api/v1/api-keys/" + id).expect(204);
        Milvaion.soon().until(() -> program.get("api/v1/jobs/" + job).status() == 401);
    }

    @Test
    void aKeyGivesNoMoreThanItHas() {
        var made = milvaion.rest().post("api/v1/api-keys", key("Job.Read")).expect(201).json();
        var program = with(new ApiKey(made.get("secret").textValue()));

        program.post("api/v1/api-keys", key("Job.Write")).expectProblem(400);
        var whole = JsonNodeFactory.instance.objectNode().put("name", "whole");
        var second = program.post("api/v1/api-keys", whole).expect(201).json();
        with(new ApiKey(second.get("secret").textValue()))
                .post("api/v1/jobs", job("noop").build())
                .expectProblem(403);
    }

    @Test
    void theSocketShowsWhatTheCallerMayReadAndEndsWithTheKey() {
        var made = milvaion.rest().post("api/v1/api-keys", key("Job.Read")).expect(201).json();
        var program = new ApiKey(made.get("secret").textValue());
        try (var stream = new EventStream(root, program)) {
            stream.send("{\"subscribe\":[\"occurrences\"]}");
            assertThat(stream.awaitMessage("error").get("error").textValue())
                    .contains("Occurrence.Read");
            stream.send("{\"subscribe\":[\"jobs\"]}");
            assertThat(stream.awaitMessage("subscribed").get("subscribed").toString())
                    .isEqualTo("[\"jobs\"]");

            milvaion.rest().delete("api/v1/api-keys/" + made.get("id").textValue()).expect(204);

            Milvaion.soon().until(stream::isClosed);
        }
    }

    private static ObjectNode key(String... permissions) {
        var body = JsonNodeFactory.instance.objectNode().put("name", "test " + UUID.randomUUID());
        for (String permission : permissions) {
            body.withArray("permissions").add(permission);
        }
        return body;
    }

    private Rest with(ApiKey key) {
        return new Rest(URI.create(root.toString()), key);
    }
}
