package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.is;
import static io.milvaion.tests.server.Milvaion.isOpen;
import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ScheduleIT {

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
    void jobRunsAtEveryPlannedInstantAndItsLogCanBeRead() {
        var id = milvaion.create(job("hello").every("*/2 * * * * *"));

        var runs = milvaion.awaitCompleted(id, 3).subList(0, 3);

        assertThat(runs).allMatch(run -> is(run, "completed"));
        var planned = plannedInstants(runs);
        assertThat(planned).allMatch(at -> at.getEpochSecond() % 2 == 0 && at.getNano() == 0);
        assertThat(planned.get(1)).isEqualTo(planned.get(0).plusSeconds(2));
        assertThat(planned.get(2)).isEqualTo(planned.get(1).plusSeconds(2));
        var first = milvaion.occurrence(runs.get(0).get("id").textValue());
        assertThat(first.get("result").textValue()).isEqualTo("Hello, world!");
        assertThat(first.get("manual").booleanValue()).isFalse();
        var log =
                soon().until(
                                () -> milvaion.logOf(first.get("id").textValue()),
                                lines -> lines.size() == 3);
        assertThat(log)
                .extracting(line -> line.get("message").textValue())
                .element(2)
                .isEqualTo("Hello, world!");
    }

    @Test
    void jobThatRunsInManyYearsIsEditedAndSwitchedOff() {
        var leapDay = job("noop").every("0 0 29 2 MON");
        var created = milvaion.rest().post("api/v1/jobs", leapDay.build()).expect(201).json();
        var id = created.get("id").textValue();

        assertThat(created.get("nextRunAt").textValue()).isEqualTo("2044-02-29T00:00:00.000Z");
        assertThat(created.get("warnings").get(0).textValue()).contains("2044-02-29");
        milvaion.change(id, patch().put("description", "seldom"));
        assertThat(milvaion.change(id, patch().put("active", false)).get("nextRunAt").isNull())
                .isTrue();
        milvaion.rest().delete("api/v1/jobs/" + id).expect(204);
    }

    @Test
    void singleRunThatPassedWhileItsJobWasInactiveIsSaidAndRecorded() {
        var at = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.MILLIS);
        var once = job("noop").once(at).with("active", false);
        var id = milvaion.create(once);
        soon().until(() -> Instant.now().isAfter(at.plusSeconds(4)));

        var activated = milvaion.change(id, patch().put("active", true));

        assertThat(activated.get("nextRunAt").isNull()).isTrue();
        assertThat(activated.get("warnings").get(0).textValue()).contains("executeAt", "passed");
        var missed = milvaion.skippedRunsOf(id);
        assertThat(missed)
                .extracting(run -> run.get("reason").textValue())
                .containsExactly("deactivated");
        assertThat(Instant.parse(missed.get(0).get("plannedAt").textValue())).isEqualTo(at);
        assertThat(milvaion.occurrencesOf(id)).isEmpty();
    }

    @Test
    void jobWithoutAScheduleRunsOnlyWhenItIsTriggered() {
        var created =
                milvaion.rest().post("api/v1/jobs", job("hello").unscheduled().build()).expect(201);
        var path = "api/v1/jobs/" + created.json().get("id").textValue();
        var id = created.json().get("id").textValue();

        assertThat(created.json().get("schedule").textValue()).isEqualTo("none");
        assertThat(created.json().get("nextRunAt").isNull()).isTrue();
        assertThat(created.json().has("warnings")).isFalse();
        assertThat(milvaion.rest().get(path + "/why").expect(200).json().toString())
                .contains("only runs when it is triggered");
        assertThat(
                        milvaion.rest()
                                .get(path + "/misfire-preview")
                                .json()
                                .get("outcome")
                                .get("due")
                                .intValue())
                .isZero();
        assertThat(is(milvaion.awaitOccurrence(milvaion.trigger(id), o -> !isOpen(o)), "completed"))
                .isTrue();
        milvaion.rest().delete(path).expect(204);
    }

    @Test
    void scheduleIsTakenAwayAndGivenBack() {
        var id = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(id, 1);

        var without =
                milvaion.change(id, patch().put("schedule", "none").putNull("cronExpression"));
        assertThat(without.get("schedule").textValue()).isEqualTo("none");
        assertThat(without.get("nextRunAt").isNull()).isTrue();
        var read = milvaion.rest().get("api/v1/jobs/" + id).json();
        milvaion.rest().put("api/v1/jobs/" + id, read).expect(200);

        var restored = "api/v1/jobs/" + id + "/versions/1/restore";
        var back = milvaion.rest().post(restored, null).expect(200).json();
        assertThat(back.get("schedule").textValue()).isEqualTo("cron");
        assertThat(back.get("nextRunAt").isNull()).isFalse();
        restored = "api/v1/jobs/" + id + "/versions/2/restore";
        assertThat(
                        milvaion.rest()
                                .post(restored, null)
                                .expect(200)
                                .json()
                                .get("nextRunAt")
                                .isNull())
                .isTrue();
    }

    @Test
    void newScheduleTakesEffectAtOnce() {
        var id = milvaion.create(job("noop"));
        assertThat(milvaion.occurrencesOf(id)).isEmpty();

        var changed = milvaion.change(id, patch().put("cronExpression", "* * * * * *"));

        assertThat(Instant.parse(changed.get("nextRunAt").textValue()))
                .isBefore(Instant.now().plusSeconds(30));
        milvaion.awaitCompleted(id, 2);

        var rare = milvaion.change(id, patch().put("cronExpression", "0 0 0 1 1 *"));
        var changedAt = Instant.parse(rare.get("updatedAt").textValue());
        var witness = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(witness, 3);
        assertThat(plannedInstants(milvaion.occurrencesOf(id)))
                .allMatch(at -> !at.isAfter(changedAt.plusSeconds(1)));
    }

    @Test
    void inactiveJobIsNotPlannedAndRunsAgainWhenItIsActive() {
        var id = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(id, 1);

        var stopped = milvaion.change(id, patch().put("active", false));

        assertThat(stopped.get("nextRunAt").isNull()).isTrue();
        var stoppedAt = Instant.parse(stopped.get("updatedAt").textValue());
        var witness = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(witness, 3);
        assertThat(plannedInstants(milvaion.occurrencesOf(id)))
                .allMatch(at -> !at.isAfter(stoppedAt.plusSeconds(1)));

        int before = milvaion.occurrencesOf(id).size();
        milvaion.change(id, patch().put("active", true));
        soon().until(() -> milvaion.occurrencesOf(id).size() > before);
    }

    @Test
    void deletedJobIsGoneAndItsHistoryStays() {
        var id = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(id, 1);

        milvaion.rest().delete("api/v1/jobs/" + id).expect(204);

        milvaion.rest().get("api/v1/jobs/" + id).expectProblem(404);
        milvaion.rest().post("api/v1/jobs/" + id + "/trigger", null).expectProblem(404);
        soon().until(() -> milvaion.occurrencesOf(id).stream().noneMatch(run -> isOpen(run)));
        int before = milvaion.occurrencesOf(id).size();
        assertThat(before).isPositive();
        var witness = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(witness, 3);
        assertThat(milvaion.occurrencesOf(id)).hasSize(before);
    }

    @Test
    void jobWithATimeRunsOnceThen() {
        var at = Instant.now().plus(Duration.ofSeconds(4)).truncatedTo(ChronoUnit.MILLIS);
        var once = job("noop").once(at);
        var id = milvaion.create(once);

        var runs = milvaion.awaitCompleted(id, 1);

        assertThat(plannedInstants(runs)).containsExactly(at);
        assertThat(Instant.parse(runs.get(0).get("startedAt").textValue()))
                .isAfterOrEqualTo(at.minusMillis(100));
        var after = milvaion.rest().get("api/v1/jobs/" + id).expect(200).json();
        assertThat(after.get("nextRunAt").isNull()).isTrue();
    }

    private static ObjectNode patch() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<Instant> plannedInstants(List<JsonNode> runs) {
        return runs.stream().map(run -> Instant.parse(run.get("plannedAt").textValue())).toList();
    }
}
