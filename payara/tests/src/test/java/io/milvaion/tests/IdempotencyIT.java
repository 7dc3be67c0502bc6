package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.people.Person;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class IdempotencyIT {

    private static final String JOBS = "api/v1/jobs";

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private final String key = UUID.randomUUID().toString();
    private final String tag = UUID.randomUUID().toString();

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    @Test
    void jobIsCreatedOnceAndTheAnswerIsTheSame() {
        var first = post(JOBS, tagged("noop")).expect(201);
        milvaion.rest()
                .patch(first.header("Location"), body().put("description", "edited"))
                .expect(200);

        var again = post(JOBS, tagged("noop")).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(milvaion.items(JOBS + "?tag=" + tag)).hasSize(1);
        milvaion.rest().delete(first.header("Location")).expect(204);
        assertThat(post(JOBS, tagged("noop")).expect(201).json()).isEqualTo(first.json());
    }

    @Test
    void refusalIsRepeatedToo() {
        var wrong = tagged("noop").put("timeZone", "Mars/Base");

        var first = post(JOBS, wrong).expectProblem(400).json();

        assertThat(post(JOBS, wrong).expectProblem(400).json()).isEqualTo(first);
        post(JOBS, tagged("noop")).expectProblem(422);
        assertThat(milvaion.items(JOBS + "?tag=" + tag)).isEmpty();
    }

    @Test
    void keysOfOthersAndOfOtherPathsAreOtherKeys() {
        var other = Person.with(URI.create(root.toString()), milvaion, "Developer").login();
        var locations =
                Stream.of(milvaion.rest(), other)
                        .map(who -> who.post(JOBS, tagged("noop"), "Idempotency-Key", key))
                        .map(made -> made.expect(201).header("Location"))
                        .toList();

        assertThat(milvaion.items(JOBS + "?tag=" + tag)).hasSize(2);
        post(locations.get(0) + "/trigger", body()).expect(202);
        post(locations.get(1) + "/trigger", body().set("data", body())).expect(202);
        locations.forEach(job -> milvaion.rest().delete(job).expect(204));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth/login",
                "auth/refresh",
                "auth/logout",
                "auth/password",
                "api-keys",
                "users"
            })
    void nothingOfASecretIsKept(String path) {
        var problem = post("api/v1/" + path, body().put("name", "a")).expectProblem(400).json();

        assertThat(problem.at("/violations/0/field").textValue()).isEqualTo("Idempotency-Key");
    }

    @Test
    void twinsMakeOneJob() {
        var answers =
                Stream.generate(() -> tagged("noop"))
                        .limit(8)
                        .parallel()
                        .map(job -> post(JOBS, job))
                        .toList();

        assertThat(answers).extracting(Answer::status).contains(201).isSubsetOf(201, 409);
        var jobs = milvaion.items(JOBS + "?tag=" + tag);
        assertThat(jobs).hasSize(1);
        milvaion.rest().delete(JOBS + "/" + jobs.get(0).get("id").textValue()).expect(204);
    }

    @Test
    void everyPostKnowsKeys() {
        var document = milvaion.rest().get("openapi?format=JSON").expect(200).json();
        for (var path : document.get("paths").properties()) {
            var parameters = path.getValue().path("post").path("parameters");
            if (path.getValue().has("post")
                    && !parameters.findValuesAsText("name").contains("Idempotency-Key")) {
                var confidential =
                        path.getKey().substring(1).replaceAll("\\{\\w+}", "" + UUID.randomUUID());
                post(confidential, null).expectProblem(400);
            }
        }
        var job = milvaion.create(job("noop"));
        for (var post :
                List.of(
                        "admin/reconcile",
                        "jobs/" + job + "/trigger",
                        "jobs/" + job + "/versions/1/restore",
                        "occurrences/" + UUID.randomUUID() + "/cancel",
                        "occurrences/" + UUID.randomUUID() + "/retry",
                        "failed-occurrences/" + UUID.randomUUID() + "/resolve",
                        "replays/" + UUID.randomUUID() + "/pause")) {
            var first = post("api/v1/" + post, null);
            var again = post("api/v1/" + post, null);

            assertThat(again.status()).as(post).isEqualTo(first.status()).isLessThan(500);
            assertThat(again.json()).as(post).isEqualTo(first.json());
        }
        post("api/v1/replays", body().put("x", 1)).expectProblem(400);
        post("api/v1/replays", body().put("x", 2)).expectProblem(422);
    }

    @Test
    void keyMustBePlain() {
        for (var wrong : List.of("a b", "x".repeat(201), "\"a\tb\"")) {
            milvaion.rest().post(JOBS, tagged("noop"), "Idempotency-Key", wrong).expectProblem(400);
        }
        assertThat(milvaion.items(JOBS + "?tag=" + tag)).isEmpty();
    }

    private Answer post(String path, JsonNode body) {
        return milvaion.rest().post(path, body, "Idempotency-Key", key);
    }

    private ObjectNode tagged(String type) {
        return job(type).named("job " + tag).with("tags", List.of(tag)).build();
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
