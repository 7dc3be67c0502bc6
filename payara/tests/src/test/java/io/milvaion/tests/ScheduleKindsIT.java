package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs that run neither by cron nor once. */
@ExtendWith(ArquillianExtension.class)
class ScheduleKindsIT {

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

    private String create(String field, String value) {
        var id = milvaion.create(job("noop"));
        milvaion.change(id, patch().putNull("cronExpression").put(field, value));
        return id;
    }

    private static ObjectNode patch() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<Instant> instants(Iterable<JsonNode> runs, String field) {
        return StreamSupport.stream(runs.spliterator(), false)
                .map(run -> Instant.parse(run.get(field).textValue()))
                .toList();
    }

    @Test
    void anIntervalRunsAtEachOfItsInstants() {
        var id = create("every", "PT3S");

        var planned = instants(milvaion.awaitCompleted(id, 2), "plannedAt");

        assertThat(planned).allMatch(at -> at.getEpochSecond() % 3 == 0);
        assertThat(planned.get(1)).isEqualTo(planned.get(0).plusSeconds(3));
    }

    @Test
    void aRecurrenceEndsWithItsLastRun() {
        var start = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        var id =
                create(
                        "rrule",
                        "DTSTART:"
                                + start.toString().replaceAll("[-:]", "")
                                + "\nRRULE:FREQ=SECONDLY;INTERVAL=2;COUNT=2");

        var planned = instants(milvaion.awaitCompleted(id, 2), "plannedAt");

        assertThat(planned).containsExactly(start, start.plusSeconds(2));
        var job = milvaion.rest().get("api/v1/jobs/" + id).expect(200).json();
        assertThat(job.get("nextRunAt").isNull()).isTrue();
        assertThat(job.get("schedule").textValue()).isEqualTo("rrule");
        assertThat(job.get("scheduleText").textValue()).contains("Every 2 seconds, 2 times");
    }

    @Test
    void aDelayedRunFollowsTheEndOfTheOneBefore() {
        var id = create("delay", "PT2S");

        var runs = milvaion.awaitCompleted(id, 3).subList(0, 3);

        var planned = instants(runs, "plannedAt");
        var ended = instants(runs, "endedAt");
        assertThat(planned.get(1)).isEqualTo(ended.get(0).plusSeconds(2));
        assertThat(planned.get(2)).isEqualTo(ended.get(1).plusSeconds(2));
    }

    @Test
    void aDelayedJobStopsAfterItsRuns() {
        var start = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
        var id = milvaion.create(job("noop"));
        milvaion.change(
                id,
                patch().putNull("cronExpression")
                        .put("delay", "PT1S")
                        .put("startsAt", start.toString())
                        .put("maxRuns", 2));

        assertThat(instants(milvaion.awaitCompleted(id, 2), "plannedAt")).startsWith(start);
        var why = milvaion.rest().get("api/v1/jobs/" + id + "/why").expect(200).json();
        assertThat(why.toString()).contains("nothingPlanned");
    }

    @Test
    void anotherKindTakesThePlaceOfTheOneBefore() {
        var id = create("every", "PT1H");
        var two = milvaion.rest().patch("api/v1/jobs/" + id, patch().put("delay", "PT1H"));
        assertThat(two.expectProblem(400).body()).contains("every");

        var changed = milvaion.change(id, patch().putNull("every").put("cronExpression", "@daily"));
        assertThat(changed.get("schedule").textValue()).isEqualTo("cron");
    }

    @Test
    void whatIsWrongIsNamed() {
        assertWrong("every", "PT0.1S", "every");
        assertWrong("delay", "P1M", "delay");
        assertWrong(
                "rrule", "DTSTART:20300101T000000Z\nRRULE:FREQ=DAILY;BYHOUR=24", "rrule.BYHOUR");
        assertWrong("rrule", "RRULE:FREQ=DAILY", "rrule.DTSTART");
    }

    private void assertWrong(String field, String value, String named) {
        var body = job("noop").build();
        body.remove("cronExpression");
        var problem =
                milvaion.rest().post("api/v1/jobs", body.put(field, value)).expectProblem(400);
        assertThat(problem.body()).contains("\"" + named + "\"");
    }

    @Test
    void thePreviewShowsRunsAndWhatFollows() {
        var rule = "DTSTART;TZID=Europe/Berlin:20270301T023000\nRRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=5";
        var preview = preview("rrule=" + encoded(rule) + "&from=2027-03-10T00:00:00Z&count=100");

        assertThat(preview.get("kind").textValue()).isEqualTo("rrule");
        assertThat(preview.get("zone").textValue()).isEqualTo("Europe/Berlin");
        assertThat(preview.get("runs"))
                .extracting(JsonNode::textValue)
                .containsExactly(
                        "2027-03-14T01:30:00.000Z",
                        "2027-03-21T01:30:00.000Z",
                        "2027-03-28T01:00:00.000Z");
        assertThat(preview.get("consequences").toString())
                .contains("The last run is at 2027-03-28T01:00:00Z.");
        var change = preview.get("nextClockChanges").get(0);
        assertThat(change.get("at").textValue()).isEqualTo("2027-03-28T01:00:00.000Z");
        assertThat(change.get("bySeconds").intValue()).isEqualTo(3600);
        assertThat(change.get("runs")).hasSize(1);
        assertThat(preview.get("nextClockChanges")).hasSize(2);
    }

    @Test
    void thePreviewCountsRunsAndNamesOtherMeanings() {
        assertThat(preview("every=PT1S&count=1000").get("consequences").toString())
                .contains("86,400 runs");
        assertThat(preview("every=P1D&everyClock=local&timeZone=Asia/Tokyo").get("runs"))
                .hasSize(10);
        assertThat(preview("delay=PT5M").get("runs")).hasSize(1);
        assertThat(preview("cronExpression=" + encoded("0 0 13 * 5")).get("differences"))
                .isNotEmpty();
        assertThat(preview("executeAt=" + Instant.now().plus(Duration.ofDays(1))).get("runs"))
                .hasSize(1);
    }

    @Test
    void thePreviewNamesWhatIsWrong() {
        assertWrongPreview("", "cronExpression");
        assertWrongPreview("every=PT1S&count=1001", "count");
        assertWrongPreview("every=PT1S&delay=PT1S", "every");
        assertWrongPreview("every=PT36H&everyClock=local", "everyClock");
        assertWrongPreview("every=PT1S&timeZone=Mars/Base", "timeZone");
        assertWrongPreview("every=PT1S&nonsense=1", "nonsense");
    }

    private void assertWrongPreview(String query, String named) {
        var problem = milvaion.rest().get("api/v1/schedules/preview?" + query).expectProblem(400);
        assertThat(problem.body()).contains("\"" + named + "\"");
    }

    private JsonNode preview(String query) {
        return milvaion.rest().get("api/v1/schedules/preview?" + query).expect(200).json();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** It waits for its end, so it is not among the jobs without a next run. */
    @Test
    void aDelayedJobThatRunsIsNoTrouble() {
        var id = milvaion.create(job("sleep").data("millis", 8_000));
        milvaion.change(id, patch().putNull("cronExpression").put("delay", "PT1M"));
        soon().until(() -> milvaion.occurrencesOf(id), runs -> !runs.isEmpty());

        var why = milvaion.rest().get("api/v1/jobs/" + id + "/why").expect(200).json();
        assertThat(why.toString()).contains("waitsForEnd");
        assertThat(milvaion.rest().get("api/v1/attention").expect(200).json().toString())
                .doesNotContain(id);
    }
}
