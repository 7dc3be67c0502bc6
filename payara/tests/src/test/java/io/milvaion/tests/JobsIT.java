package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import java.io.IOException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class JobsIT {

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
    void jobIsReadAsItWasWritten() {
        var job =
                job("hello")
                        .with("description", "Grüße, 世界")
                        .with("timeZone", "Europe/Berlin")
                        .with("tags", List.of("a", "b"))
                        .data("name", "Ada")
                        .build();

        var created = milvaion.rest().post("api/v1/jobs", job).expect(201);

        var path = created.header("Location");
        var read = milvaion.rest().get(path).expect(200);
        job.properties()
                .forEach(
                        field ->
                                assertThat(read.json().get(field.getKey()))
                                        .as(field.getKey())
                                        .isEqualTo(field.getValue()));
        assertThat(read.json().get("version").intValue()).isEqualTo(1);
        assertThat(Instant.parse(read.json().get("nextRunAt").textValue())).isAfter(Instant.now());
        milvaion.rest().delete(path).expect(204);
    }

    @Test
    void changeOfAVersionThatIsNoLongerTheLastIsRefused() {
        var path = "api/v1/jobs/" + milvaion.create(job("hello"));
        var first = milvaion.rest().get(path).expect(200).header("ETag");
        var second = milvaion.rest().patch(path, named("second"), "If-Match", first).expect(200);

        milvaion.rest().patch(path, named("third"), "If-Match", first).expectProblem(412);
        milvaion.rest().delete(path, "If-Match", first).expectProblem(412);

        assertThat(second.header("ETag")).isNotEqualTo(first);
        assertThat(milvaion.rest().get(path).json().get("displayName").textValue())
                .isEqualTo("second");
        milvaion.rest().delete(path, "If-Match", second.header("ETag")).expect(204);
    }

    @Test
    void jobIsReplacedAsAWhole() {
        var path = "api/v1/jobs/" + milvaion.create(job("hello").with("maxRetries", 7));

        var replaced = milvaion.rest().put(path, job("noop").build()).expect(200).json();

        assertThat(replaced.get("jobType").textValue()).isEqualTo("noop");
        assertThat(replaced.get("maxRetries").isNull()).isTrue();
    }

    @Test
    void whatWasReadMayBeSentBack() {
        var path = "api/v1/jobs/" + milvaion.create(job("noop").every("* * * * * *"));
        var read = (ObjectNode) milvaion.rest().get(path).json();
        var planned = read.get("nextRunAt");
        Milvaion.soon()
                .until(() -> !milvaion.rest().get(path).json().get("nextRunAt").equals(planned));

        var put = milvaion.rest().put(path, read).expect(200).json();
        var patched = milvaion.rest().patch(path, read).expect(200).json();

        assertThat(put.get("version").intValue()).isEqualTo(1);
        assertThat(patched.get("version").intValue()).isEqualTo(1);
        milvaion.rest().put(path, read.put("version", 2)).expectProblem(400);
        milvaion.rest().patch(path, read).expectProblem(400);
    }

    @Test
    void jobOfATypeThatNobodyRunsIsAcceptedWithAWarning() {
        var created =
                milvaion.rest()
                        .post("api/v1/jobs", job("type-without-workers").build())
                        .expect(201);

        assertThat(created.json().get("warnings").get(0).textValue())
                .contains("type-without-workers");
        milvaion.rest().delete(created.header("Location")).expect(204);
    }

    @Test
    void checkSaysWhatAWriteWouldBeRefusedFor() {
        var id = milvaion.create(job("noop"));
        var wrong = job("noop").every("0 0 61 * *").with("maxConcurrent", 2).build();

        for (var address : List.of("api/v1/jobs/check", "api/v1/jobs/" + id + "/check")) {
            var checked = milvaion.rest().post(address, wrong).expect(200);

            assertThat(checked.json().get("violations").findValuesAsText("field"))
                    .as(address)
                    .containsExactlyInAnyOrder("cronExpression.dayOfMonth", "maxConcurrent");
        }
        var outdated = job("noop").with("version", 7).build();
        var checked = milvaion.rest().post("api/v1/jobs/" + id + "/check", outdated).expect(200);
        assertThat(checked.json().get("violations").findValuesAsText("field"))
                .containsExactly("version");
        milvaion.rest()
                .post("api/v1/jobs/" + UUID.randomUUID() + "/check", wrong)
                .expectProblem(404);
    }

    @Test
    void checkWarnsAndDoesNothing() {
        var id = milvaion.create(job("noop"));
        var job = job("type-without-workers").with("description", "only checked").build();

        for (var address : List.of("api/v1/jobs/check", "api/v1/jobs/" + id + "/check")) {
            var checked = milvaion.rest().post(address, job).expect(200);

            assertThat(checked.json().get("violations")).isEmpty();
            assertThat(checked.json().get("warnings").get(0).textValue())
                    .contains("type-without-workers");
        }
        assertThat(milvaion.rest().get("api/v1/jobs/" + id).json().get("jobType").textValue())
                .isEqualTo("noop");
        assertThat(milvaion.items("api/v1/jobs?q=only+checked")).isEmpty();
    }

    @Test
    void jobsAreListedByPagesAndFilters() {
        var tag = UUID.randomUUID().toString();
        var ids =
                Stream.of("c", "a", "b")
                        .map(
                                name -> {
                                    var job = job("hello").named(name + " " + tag);
                                    return milvaion.create(job.with("tags", List.of(tag)));
                                })
                        .toList();
        var list = "api/v1/jobs?sort=displayName&tag=" + tag;

        assertThat(milvaion.rest().get(list).expect(200).json().get("total").intValue())
                .isEqualTo(3);
        var first = milvaion.rest().get(list + "&limit=2").expect(200).json();
        var after = "&limit=2&after=" + first.get("nextCursor").textValue();
        assertThat(first.get("items").findValuesAsText("id"))
                .containsExactly(ids.get(1), ids.get(2));
        assertThat(idsOf(milvaion.items(list + after))).containsExactly(ids.get(0));
        assertThat(milvaion.items("api/v1/jobs?active=false&tag=" + tag)).isEmpty();
        assertThat(idsOf(milvaion.items("api/v1/jobs?q=a%20" + tag))).containsExactly(ids.get(1));
    }

    @Test
    void jobsAreListedByTypeAndWorkerGroup() {
        var tag = UUID.randomUUID().toString();
        var hello = milvaion.create(job("hello").with("tags", List.of(tag)));
        var grouped =
                milvaion.create(
                        job("flaky").with("tags", List.of(tag)).with("workerGroup", "night-shift"));
        var list = "api/v1/jobs?tag=" + tag;

        assertThat(idsOf(milvaion.items(list + "&jobType=hello"))).containsExactly(hello);
        assertThat(idsOf(milvaion.items(list + "&jobType=hell"))).isEmpty();
        assertThat(idsOf(milvaion.items(list + "&workerGroup=night-shift")))
                .containsExactly(grouped);
        assertThat(milvaion.items(list + "&workerGroup=night-shift&jobType=hello")).isEmpty();
    }

    @Test
    void jobsAreCountedByWhatTheyHaveInCommon() {
        var tag = UUID.randomUUID().toString();
        milvaion.create(job("hello").with("tags", List.of(tag, "x" + tag)));
        milvaion.create(job("hello").with("tags", List.of(tag)).with("active", false));
        milvaion.create(job("flaky").with("tags", List.of(tag)).with("workerGroup", "night-shift"));
        var groups = "api/v1/jobs/groups?tag=" + tag + "&by=";

        assertThat(groupsAt(groups + "tag")).containsExactly(tag + " 3 2", "x" + tag + " 1 1");
        assertThat(groupsAt(groups + "jobType")).containsExactly("hello 2 1", "flaky 1 1");
        assertThat(groupsAt(groups + "workerGroup")).containsExactly("null 2 1", "night-shift 1 1");
        assertThat(groupsAt(groups + "jobType&active=false")).containsExactly("hello 1 0");
        milvaion.rest().get(groups + "owner").expectProblem(400);
        milvaion.rest().get("api/v1/jobs/groups").expectProblem(400);
    }

    private List<String> groupsAt(String path) {
        var groups = new ArrayList<String>();
        for (var group : milvaion.rest().get(path).expect(200).json().get("items")) {
            groups.add(
                    group.get("value").asText()
                            + " "
                            + group.get("jobs")
                            + " "
                            + group.get("active"));
        }
        return groups;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"30 2 * * MON | At 02:30 on Monday.", "@daily | At 00:00 every day."})
    void aScheduleIsReadInWordsToo(String expression, String sentence) {
        var id = milvaion.create(job("hello").with("cronExpression", expression));

        var read = milvaion.rest().get("api/v1/jobs/" + id).expect(200).json();

        assertThat(read.get("scheduleText").textValue()).isEqualTo(sentence);
        milvaion.rest().put("api/v1/jobs/" + id, read).expect(200);
    }

    @Test
    void aJobWithoutAnExpressionHasNoneInWords() {
        var id = milvaion.create(job("hello").unscheduled());

        var read = milvaion.rest().get("api/v1/jobs/" + id).expect(200).json();

        assertThat(read.get("scheduleText").isNull()).isTrue();
    }

    @Test
    void pagesMayStillBeCounted() {
        var tag = UUID.randomUUID().toString();
        var one = milvaion.create(job("hello").named("a").with("tags", List.of(tag)));
        var other = milvaion.create(job("hello").named("b").with("tags", List.of(tag)));
        var list = "api/v1/jobs?sort=displayName&tag=" + tag;

        var first = milvaion.rest().get(list + "&size=1").expect(200);
        assertThat(idsOf(milvaion.items(list + "&size=1&page=1"))).containsExactly(other);
        assertThat(first.json().get("items").findValuesAsText("id")).containsExactly(one);
        assertThat(first.json().get("page").intValue()).isZero();
        assertThat(first.json().get("size").intValue()).isEqualTo(1);
        var next = "&after=" + first.json().get("nextCursor").textValue();
        assertThat(idsOf(milvaion.items(list + next))).containsExactly(other);
        assertThat(first.header("Deprecation")).matches("@\\d{10}");
        assertThat(first.header("Sunset")).endsWith("GMT");
        assertThat(first.header("Link")).contains("rel=\"deprecation\"");
        assertThat(milvaion.rest().get(list).header("Deprecation")).isNull();
        milvaion.rest().get(list + "&page=0&limit=1").expectProblem(400);
    }

    /** The guide writes numbers, answers are words, and both can be sent back. */
    @ParameterizedTest
    @CsvSource({
        "0, skip",
        "1, queue",
        "2, parallel",
        "'\"queue\"', queue",
        "'\"Parallel\"', parallel",
        "'\"SKIP\"', skip"
    })
    void policiesAreWordsAndMayBeNumbers(String written, String word) throws IOException {
        var body = job("noop").build();
        body.set("concurrentExecutionPolicy", new ObjectMapper().readTree(written));
        var created = milvaion.rest().post("api/v1/jobs", body).expect(201);
        var path = created.header("Location").substring(1);

        assertThat(created.json().get("concurrentExecutionPolicy").textValue()).isEqualTo(word);
        var read = milvaion.rest().get(path).expect(200).json();
        assertThat(milvaion.rest().put(path, read).expect(200).json().get("version").intValue())
                .isEqualTo(1);
        milvaion.rest().delete(path).expect(204);
    }

    @Test
    void listsCarryWhatIsShortAndDetailsTheRest() {
        var tag = UUID.randomUUID().toString();
        var text = "x".repeat(1_000_000);
        var ids =
                Stream.generate(() -> job("hello").with("tags", List.of(tag)).data("name", text))
                        .limit(120)
                        .map(milvaion::create)
                        .toList();
        var run = milvaion.trigger(ids.get(0));
        milvaion.awaitState(run, "completed");

        var answers =
                Stream.generate(() -> "api/v1/jobs?limit=200&tag=" + tag)
                        .limit(8)
                        .parallel()
                        .map(list -> milvaion.rest().get(list).expect(200).json())
                        .toList();

        for (var answer : answers) {
            assertThat(answer.get("items")).hasSize(120).noneMatch(job -> job.has("jobData"));
            assertThat(answer.toString().length()).isLessThan(200_000);
        }
        var details = milvaion.rest().get("api/v1/jobs/" + ids.get(7)).json();
        assertThat(details.get("jobData").get("name").textValue()).isEqualTo(text);
        assertThat(milvaion.occurrence(run).get("result").textValue()).startsWith("Hello, xxx");
        assertThat(milvaion.occurrencesOf(ids.get(0)))
                .singleElement()
                .matches(one -> !one.has("result") && !one.has("error") && !one.has("data"));
        assertThat(milvaion.rest().get("api/v1/dashboard").json().get("lastRuns"))
                .noneMatch(one -> one.has("result"));
    }

    @Test
    void occurrencesAreListedByKeySoThatNoneIsSeenTwice() {
        var id = milvaion.create(job("noop").with("concurrentExecutionPolicy", 2));
        var runs = Stream.generate(() -> milvaion.trigger(id)).limit(5).toList();
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    milvaion.rest()
                            .get("api/v1/occurrences?limit=2&jobId=" + id + cursor)
                            .expect(200)
                            .json();
            page.get("items").forEach(run -> seen.add(run.get("id").textValue()));
            var next = page.get("nextCursor");
            cursor = next.isNull() ? "" : "&after=" + next.textValue();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(runs);
    }

    @Test
    void previewShowsWhenAnExpressionRuns() {
        var preview =
                milvaion.rest()
                        .get(
                                "api/v1/cron/preview?zone=Europe/Berlin&count=3&from=2026-03-28T00:00:00Z&expression="
                                        + URLEncoder.encode("30 2 * * *", StandardCharsets.UTF_8))
                        .expect(200)
                        .json();

        // On the 29th there is no half past two: the clocks go from two to three.
        assertThat(preview.get("runs"))
                .extracting(JsonNode::textValue)
                .extracting(Instant::parse)
                .containsExactly(
                        Instant.parse("2026-03-28T01:30:00Z"),
                        Instant.parse("2026-03-29T01:00:00Z"),
                        Instant.parse("2026-03-30T00:30:00Z"));
        assertThat(preview.get("description").textValue()).isNotBlank();
        assertThat(preview.get("zoneRules").textValue()).matches("20[0-9]{2}[a-z]");
        assertThat(preview.get("kind").textValue()).isEqualTo("timesOfDay");
        assertThat(preview.get("clockChanges").textValue()).contains("first instant after the gap");
    }

    @ParameterizedTest
    @CsvSource({
        "*/15 * * * *, interval",
        "0 0-11%2C12-23 * * *, interval",
        "*/15 1-22 * * *, timesOfDay",
        "0 */2 * * *, timesOfDay"
    })
    void previewTellsIntervalsFromTimesOfDay(String expression, String kind) {
        var preview =
                milvaion.rest()
                        .get("api/v1/cron/preview?expression=" + expression.replace(' ', '+'))
                        .expect(200)
                        .json();

        assertThat(preview.get("kind").textValue()).isEqualTo(kind);
        assertThat(preview.get("clockChanges").textValue())
                .startsWith(kind.equals("interval") ? "An interval" : "When clocks change");
    }

    @Test
    void expressionThatNeverRunsIsRefused() {
        milvaion.rest()
                .get(
                        "api/v1/cron/preview?expression="
                                + URLEncoder.encode("0 0 30 2 *", StandardCharsets.UTF_8))
                .expectProblem(400);
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("displayName", name);
    }

    private static List<String> idsOf(List<JsonNode> jobs) {
        return jobs.stream().map(job -> job.get("id").textValue()).toList();
    }
}
