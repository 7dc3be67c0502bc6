package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ETag}, {@code If-Match} and {@code If-None-Match} of everything that can be changed. */
@ExtendWith(ArquillianExtension.class)
class ConditionsIT {

    /** It is another one with each heartbeat. */
    private static final String WHAT_REPORTS_ITSELF = "/api/v1/workers/{instanceId}";

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    /** The address of a thing, and what changes it. */
    private Map<String, ObjectNode> things() {
        var role = "api/v1/roles/R" + UUID.randomUUID().toString().substring(0, 8);
        milvaion.rest().put(role, permitting("Job.Read")).expect(201);
        var user = object().put("name", "u" + UUID.randomUUID()).put("password", "long enough 1");
        user.withArray("roles").add("Viewer");
        return Map.of(
                "api/v1/jobs/" + milvaion.create(job("noop")),
                object().put("description", "other"),
                role,
                permitting("Job.Write"),
                milvaion.rest().post("api/v1/users", user).expect(201).header("Location"),
                object().put("enabled", false));
    }

    @Test
    void whoKnowsAThingIsNotToldAgain() {
        for (var thing : things().keySet()) {
            var read = milvaion.rest().get(thing).expect(200);
            var tag = read.header("ETag");

            assertThat(tag).as(thing).matches("\"[0-9a-f]+\"");
            var again = milvaion.rest().get(thing, "If-None-Match", "\"x\", W/" + tag).expect(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            milvaion.rest().get(thing, "If-None-Match", "\"x\"").expect(200);
            milvaion.rest().delete(thing, "If-Match", tag).expect(204);
        }
    }

    @Test
    void onlyWhatWasReadIsChanged() {
        things().forEach(
                        (thing, change) -> {
                            var tag = milvaion.rest().get(thing).expect(200).header("ETag");
                            boolean put = thing.contains("/roles/");

                            var changed =
                                    put
                                            ? milvaion.rest().put(thing, change, "If-Match", tag)
                                            : milvaion.rest().patch(thing, change, "If-Match", tag);

                            var now = changed.expect(200).header("ETag");
                            assertThat(now).as(thing).isNotEqualTo(tag);
                            assertThat(milvaion.rest().get(thing).header("ETag")).isEqualTo(now);
                            var late =
                                    put
                                            ? milvaion.rest().put(thing, change, "If-Match", tag)
                                            : milvaion.rest().patch(thing, change, "If-Match", tag);
                            late.expectProblem(412);
                            milvaion.rest().delete(thing, "If-Match", tag).expectProblem(412);
                            milvaion.rest()
                                    .delete(thing, "If-Match", "W/" + now)
                                    .expectProblem(412);
                            milvaion.rest().delete(thing, "If-Match", "x").expectProblem(400);
                            milvaion.rest().delete(thing, "If-Match", "\"x\", " + now).expect(204);
                        });
    }

    @Test
    void aKeyIsRevokedAsItWasRead() {
        var made = milvaion.rest().post("api/v1/api-keys", object().put("name", "k")).expect(201);
        var key = made.header("Location");
        var tag = milvaion.rest().get(key).expect(200).header("ETag");

        milvaion.rest().delete(key, "If-Match", "\"other\"").expectProblem(412);
        milvaion.rest().delete(key, "If-Match", tag).expect(204);
        milvaion.rest().delete(key, "If-Match", tag).expectProblem(412);
        milvaion.rest().get(key, "If-None-Match", tag).expect(200);
    }

    @Test
    void dispatchingIsStoppedAsItStood() {
        var path = "api/v1/admin/dispatch";
        var running = milvaion.rest().get(path).expect(200).header("ETag");
        var why = object().put("reason", "a test of conditions");

        milvaion.rest().post(path + "/resume", null, "If-Match", "\"x\"").expectProblem(412);
        milvaion.rest().post(path + "/resume", null, "If-Match", running).expect(200);
        milvaion.rest().post(path + "/stop", why, "If-Match", "\"x\"").expectProblem(412);
        milvaion.rest().get(path, "If-None-Match", running).expect(304);
    }

    @Test
    void aRoleThatIsNotThereMatchesNothing() {
        var role = "api/v1/roles/R" + UUID.randomUUID().toString().substring(0, 8);

        milvaion.rest().get(role).expectProblem(404);
        milvaion.rest().put(role, permitting("Job.Read"), "If-Match", "*").expectProblem(412);
        milvaion.rest().delete(role, "If-Match", "\"x\"").expectProblem(412);
    }

    @Test
    void aConditionThatNobodyLooksAtIsRefused() {
        var job = "api/v1/jobs/" + milvaion.create(job("noop"));

        var problem = milvaion.rest().post(job + "/trigger", null, "If-Match", "\"1\"");

        assertThat(problem.expectProblem(400).json().at("/violations/0/field").textValue())
                .isEqualTo("If-Match");
    }

    /** Each address where a thing is read and changed: both take conditions, as described. */
    @Test
    void everyThingThatCanBeChangedHasConditions() {
        var paths = milvaion.rest().get("openapi?format=JSON").expect(200).json().get("paths");
        for (var path : paths.properties()) {
            for (var method : List.of("put", "patch", "delete")) {
                if (isThing(path.getValue().path("get"))
                        && path.getValue().has(method)
                        && !path.getKey().equals(WHAT_REPORTS_ITSELF)) {
                    assertThat(path.getValue().get(method).path("parameters").toString())
                            .as(method + " " + path.getKey())
                            .contains("If-Match");
                }
            }
        }
    }

    /** A list is none: it has no tag, and who ends all of it means what has come since, too. */
    private static boolean isThing(JsonNode get) {
        return !get.isMissingNode()
                && get.path("parameters").findValuesAsText("name").stream()
                        .noneMatch("limit"::equals);
    }

    private static ObjectNode permitting(String permission) {
        var body = object();
        body.withArray("permissions").add(permission);
        return body;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
