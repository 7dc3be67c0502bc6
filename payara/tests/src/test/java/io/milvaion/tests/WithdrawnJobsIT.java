package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.is;
import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of the runs of a job that is deleted or deactivated. */
@ExtendWith(ArquillianExtension.class)
class WithdrawnJobsIT {

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
    void queuedAndHeldRunsOfADeletedJobNeverStart() {
        var id = milvaion.create(queueing("type-without-workers"));
        var queued = milvaion.trigger(id);
        var held = milvaion.trigger(id);
        assertThat(stage(held)).isEqualTo("held");

        delete(id);

        assertNeverStarted(milvaion.awaitState(queued, "cancelled"), "the job was deleted");
        assertNeverStarted(milvaion.awaitState(held, "cancelled"), "the job was deleted");
    }

    @Test
    void heldRunsOfADeactivatedJobNeverStartButItsQueuedRunWaitsOn() {
        var id = milvaion.create(queueing("type-without-workers"));
        var queued = milvaion.trigger(id);
        var held = milvaion.trigger(id);

        deactivate(id);

        assertNeverStarted(milvaion.awaitState(held, "cancelled"), "the job was deactivated");
        assertThat(is(milvaion.occurrence(queued), "queued")).isTrue();
    }

    @Test
    void aRunThatHasStartedOutlivesItsJobAndNoneFollowsIt() {
        var id = milvaion.create(goingOn());
        var started = milvaion.trigger(id);
        var held = milvaion.trigger(id);
        milvaion.awaitOccurrence(started, now -> is(now, "running"));

        delete(id);

        milvaion.awaitState(started, "completed");
        assertNeverStarted(milvaion.awaitState(held, "cancelled"), "the job was deleted");
    }

    @Test
    void aRunThatHasStartedOutlivesTheDeactivationAndNoneFollowsIt() {
        var id = milvaion.create(goingOn());
        var started = milvaion.trigger(id);
        var held = milvaion.trigger(id);
        milvaion.awaitOccurrence(started, now -> is(now, "running"));

        deactivate(id);

        milvaion.awaitState(started, "completed");
        assertNeverStarted(milvaion.awaitState(held, "cancelled"), "the job was deactivated");
    }

    private static NewJob queueing(String type) {
        return job(type).with("concurrentExecutionPolicy", 1);
    }

    /** Runs for three seconds. */
    private static NewJob goingOn() {
        return queueing("longhaul").data("steps", 3).data("stepMillis", 1_000);
    }

    private void delete(String id) {
        milvaion.rest().delete("api/v1/jobs/" + id).expect(204);
    }

    private void deactivate(String id) {
        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", false));
    }

    private String stage(String run) {
        return milvaion.occurrence(run).get("stage").textValue();
    }

    private static void assertNeverStarted(JsonNode run, String reason) {
        assertThat(run.get("startedAt").isNull()).as(run.toPrettyString()).isTrue();
        assertThat(run.get("attempts")).isEmpty();
        assertThat(run.get("error").textValue()).contains(reason);
    }
}
