package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class JobVersionsIT {

    private static final Duration A_WHILE = Duration.ofSeconds(4);

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

    @Test
    void eachEditIsAVersionThatSaysWhoAndWhat() {
        var job = job("hello").with("description", "first").data("name", "Ada");
        var id = milvaion.create(job);
        var patch = patch().put("description", "second");
        patch.putObject("jobData").put("name", "Bob");
        milvaion.rest().patch("api/v1/jobs/" + id, patch).expect(200);
        milvaion.change(id, patch().put("description", "second")); // changes nothing

        var versions = milvaion.items(of(id));

        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("version").intValue()).isEqualTo(2);
        assertThat(versions.get(0).get("kind").textValue()).isEqualTo("edited");
        assertThat(versions.get(0).get("changedBy").textValue()).isEqualTo("root");
        assertThat(versions.get(0).get("changedFields").toString())
                .isEqualTo("[\"description\",\"jobData\"]");
        assertThat(versions.get(1).get("kind").textValue()).isEqualTo("created");
        assertThat(versions.get(1).get("changedBy").textValue()).isEqualTo("root");
        var first = milvaion.rest().get(of(id) + "/1").expect(200).json().get("definition");
        assertThat(first.get("description").textValue()).isEqualTo("first");
        assertThat(first.get("jobData")).isEqualTo(job.build().get("jobData"));
        var diff = milvaion.rest().get(of(id) + "/1/diff?to=2").expect(200).json();
        assertThat(diff.get("changes").get(1)).isEqualTo(difference(job.build(), patch));
        var back = milvaion.rest().get(of(id) + "/2/diff").expect(200).json();
        assertThat(back.get("to").intValue()).isEqualTo(1);
        assertThat(back.get("changes").get(0).get("to").textValue()).isEqualTo("first");
    }

    @Test
    void listGoesOnAfterTheLastOne() {
        var id = milvaion.create(job("noop"));
        milvaion.change(id, patch().put("description", "2"));
        milvaion.change(id, patch().put("description", "3"));

        var page = milvaion.rest().get(of(id) + "?limit=2").expect(200).json();
        var rest = milvaion.rest().get(of(id) + "?after=" + page.get("nextCursor").textValue());

        assertThat(page.get("items").get(1).get("version").intValue()).isEqualTo(2);
        assertThat(rest.json().get("items")).hasSize(1);
        assertThat(rest.json().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void restoringMakesANewVersionAndRespectsIfMatch() {
        var id = milvaion.create(job("noop").with("description", "first"));
        milvaion.change(id, patch().put("description", "second").put("active", false));
        var restore = of(id) + "/1/restore";
        milvaion.rest().post(restore, null, "If-Match", "\"1\"").expectProblem(412);

        var restored = milvaion.rest().post(restore, null, "If-Match", "\"2\"").expect(200);

        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(restored.json().get("description").textValue()).isEqualTo("first");
        assertThat(restored.json().get("nextRunAt").isNull()).as("active again").isFalse();
        var newest = milvaion.items(of(id)).get(0);
        assertThat(newest.get("kind").textValue()).isEqualTo("restored");
        assertThat(newest.get("restoredFrom").intValue()).isEqualTo(1);
        assertThat(newest.get("changedBy").textValue()).isEqualTo("root");
    }

    @Test
    void aPastInstantIsNotRestored() {
        var at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        var id = milvaion.create(once(at));
        milvaion.change(id, patch().put("executeAt", at.plusSeconds(3_600).toString()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Instant.now().isAfter(at.plusSeconds(3)));

        var refused = milvaion.rest().post(of(id) + "/1/restore", null).expectProblem(400).json();

        assertThat(refused.get("violations").findValuesAsText("field"))
                .containsExactly("executeAt");
        assertThat(milvaion.items(of(id))).hasSize(2);
    }

    @Test
    void editingOrEnablingAFinishedSingleRunDoesNotRunItAgain() {
        var id = milvaion.create(once(Instant.now().plusSeconds(1)));
        milvaion.awaitCompleted(id, 1);

        milvaion.change(id, patch().put("description", "edited"));
        milvaion.change(id, patch().put("active", false));
        var enabled = milvaion.change(id, patch().put("active", true));
        milvaion.rest().post(of(id) + "/1/restore", null).expect(200);

        assertThat(enabled.get("nextRunAt").isNull()).isTrue();
        await().during(A_WHILE).until(() -> milvaion.occurrencesOf(id).size() == 1);
        assertThat(milvaion.skippedRunsOf(id)).isEmpty();
    }

    @Test
    void enablingFiresNoInstantOfTheTimeInBetween() {
        var id = milvaion.create(job("noop").every("* * * * * *").with("misfirePolicy", "all"));
        milvaion.awaitCompleted(id, 1);
        milvaion.change(id, patch().put("active", false));
        var deactivated = Instant.now();
        await().until(() -> Instant.now().isAfter(deactivated.plus(A_WHILE)));

        var enabledAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        milvaion.change(id, patch().put("active", true));
        var before = milvaion.occurrencesOf(id).size();

        milvaion.awaitCompleted(id, before + 2);
        assertThat(milvaion.occurrencesOf(id))
                .extracting(one -> Instant.parse(one.get("plannedAt").textValue()))
                .noneMatch(at -> at.isAfter(deactivated) && at.isBefore(enabledAt));
    }

    @Test
    void occurrencesNameTheVersionTheyRanWithAndItOutlivesTheJob() {
        var id = milvaion.create(job("noop").with("description", "first"));
        var first = milvaion.trigger(id);
        milvaion.awaitState(first, "completed");
        milvaion.change(id, patch().put("description", "second"));
        var second = milvaion.awaitState(milvaion.trigger(id), "completed");
        milvaion.rest().delete("api/v1/jobs/" + id).expect(204);

        assertThat(second.get("jobVersion").intValue()).isEqualTo(2);
        var version = milvaion.occurrence(first).get("jobVersion").intValue();
        var ranWith = milvaion.rest().get(of(id) + "/" + version).expect(200).json();
        assertThat(ranWith.get("definition").get("description").textValue()).isEqualTo("first");
        var last = milvaion.items(of(id)).get(0);
        assertThat(last.get("kind").textValue()).isEqualTo("deleted");
        assertThat(last.get("changedBy").textValue()).isEqualTo("root");
        milvaion.rest().post(of(id) + "/1/restore", null).expectProblem(404);
    }

    private static String of(String job) {
        return "api/v1/jobs/" + job + "/versions";
    }

    private static ObjectNode patch() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static NewJob once(Instant at) {
        return job("noop").once(at);
    }

    private static JsonNode difference(ObjectNode before, ObjectNode after) {
        var difference = JsonNodeFactory.instance.objectNode().put("field", "jobData");
        difference.set("from", before.get("jobData"));
        difference.set("to", after.get("jobData"));
        return difference;
    }
}
