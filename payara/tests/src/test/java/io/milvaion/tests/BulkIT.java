package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.people.Person;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What is done to all that a filter means, filters that are kept, and exports. */
@ExtendWith(ArquillianExtension.class)
class BulkIT {

    private static final String OPERATIONS = "api/v1/operations";
    private static final String FILTERS = "api/v1/saved-filters";

    @ArquillianResource URL root;
    private final String tag = "t" + UUID.randomUUID();
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
    void aDryRunDoesNothingAndTheOperationDoesWhatItHasCounted() {
        createTagged(12);
        var wanted = onJobs("deactivate");

        var dry = milvaion.rest().post(OPERATIONS, wanted.deepCopy().put("dryRun", true));
        assertThat(dry.expect(200).json().get("total").intValue()).isEqualTo(12);
        assertThat(dry.json().get("items")).hasSize(10);
        assertThat(jobs("&active=true")).isEqualTo(12);

        var begun = milvaion.rest().post(OPERATIONS, wanted).expect(202);
        var ended = awaitEnd(begun);

        assertThat(ended.get("state").textValue()).isEqualTo("completed");
        assertThat(ended.get("done").intValue()).isEqualTo(12);
        assertThat(ended.get("filter")).isEqualTo(wanted.get("filter"));
        assertThat(ended.get("by").textValue()).isEqualTo("root");
        assertThat(jobs("&active=true")).isZero();
        assertThat(milvaion.items(OPERATIONS + "?target=jobs&state=completed").toString())
                .contains(ended.get("id").textValue());
        milvaion.rest().post(address(begun) + "/cancel", null).expectProblem(409);
    }

    @Test
    void jobsAreTaggedTriggeredAndDeleted() {
        createTagged(3);
        var tags = onJobs("addTags");
        tags.putArray("tags").add("blue");
        awaitEnd(milvaion.rest().post(OPERATIONS, tags).expect(202));
        assertThat(milvaion.items("api/v1/jobs?tag=" + tag))
                .allMatch(job -> job.get("tags").toString().contains("blue"));

        var key = "k-" + tag;
        var first = milvaion.rest().post(OPERATIONS, onJobs("trigger"), "Idempotency-Key", key);
        var again = milvaion.rest().post(OPERATIONS, onJobs("trigger"), "Idempotency-Key", key);
        assertThat(again.expect(202).json()).isEqualTo(first.expect(202).json());
        assertThat(awaitEnd(first).get("done").intValue()).isEqualTo(3);
        for (var job : milvaion.items("api/v1/jobs?tag=" + tag)) {
            assertThat(milvaion.occurrencesOf(job.get("id").textValue())).hasSize(1);
        }

        awaitEnd(milvaion.rest().post(OPERATIONS, onJobs("delete")).expect(202));
        assertThat(jobs("")).isZero();
    }

    @Test
    void whatIsNamedOneByOneIsMeantAndNothingElse() {
        createTagged(3);
        var named = milvaion.items("api/v1/jobs?tag=" + tag).get(1).get("id").textValue();
        var wanted = onJobs("deactivate");
        wanted.remove("filter");
        wanted.putArray("ids").add(named).add(UUID.randomUUID().toString());

        var begun = milvaion.rest().post(OPERATIONS, wanted).expect(202);

        assertThat(awaitEnd(begun).get("total").intValue()).isEqualTo(1);
        assertThat(jobs("&active=true")).isEqualTo(2);
        milvaion.rest().post(OPERATIONS, wanted.deepCopy().put("all", true)).expectProblem(400);
        wanted.putArray("ids");
        milvaion.rest().post(OPERATIONS, wanted).expectProblem(400);
    }

    @Test
    void anOperationIsPausedResumedAndCancelled() {
        createTagged(5);
        var begun = milvaion.rest().post(OPERATIONS, onJobs("delete").put("ratePerSecond", 1));
        var path = address(begun.expect(202));

        assertThat(milvaion.rest().post(path + "/pause", null).expect(200).json().get("state"))
                .hasToString("\"paused\"");
        assertThat(milvaion.rest().post(path + "/resume", null).expect(200).json().get("state"))
                .hasToString("\"running\"");
        assertThat(milvaion.rest().post(path + "/cancel", null).expect(200).json().get("state"))
                .hasToString("\"cancelled\"");
        milvaion.rest().post(path + "/resume", null).expectProblem(409);
        assertThat(jobs("")).isPositive();
    }

    @Test
    void itemsThatFailAreListedWithTheReason() {
        createTagged(1);
        var crowded = job("noop").with("tags", tags(50));
        milvaion.create(crowded);
        var wanted = onJobs("addTags");
        wanted.putArray("tags").add("one more");

        var begun = milvaion.rest().post(OPERATIONS, wanted).expect(202);

        assertThat(awaitEnd(begun).get("failed").intValue()).isEqualTo(1);
        var failures = milvaion.items(address(begun) + "/failures");
        assertThat(failures).hasSize(1);
        assertThat(failures.get(0).get("reason").textValue()).contains("At most 50 tags");
        assertThat(failures.get(0).get("name").textValue()).startsWith("noop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                        | target",
                "{'target':'job','action':'delete'}                        | target",
                "{'target':'jobs'}                                         | action",
                "{'target':'jobs','action':'cancel','all':true}            | action",
                "{'target':'jobs','action':'delete'}                       | filter",
                "{'target':'jobs','action':'delete','filter':{}}           | filter",
                "{'target':'jobs','action':'delete','filter':{'tag':''}}   | filter.tag",
                "{'target':'jobs','action':'delete','filter':{'tagg':'a'}} | filter.tagg",
                "{'target':'jobs','action':'delete','filter':{'tag':'a'},'all':true} | filter",
                "{'target':'jobs','action':'addTags','filter':{'tag':'a'}} | tags",
                "{'target':'jobs','action':'delete','filter':{'tag':'a'},'tags':['b']} | tags",
                "{'target':'jobs','action':'delete','filter':{'tag':'a'},'data':{}} | data",
                "{'target':'jobs','action':'delete','filter':{'tag':'a'},'ratePerSecond':0} |"
                        + " ratePerSecond",
                "{'target':'jobs','action':'delete','filter':{'tag':'a'},'dryrun':true} | dryrun",
                "{'target':'occurrences','action':'cancel','filter':{'state':2}} | filter.state"
            })
    void whatIsWrongIsNamedAndNothingIsDone(String body, String field) {
        var refused = milvaion.rest().post(OPERATIONS, json(body)).expectProblem(400);

        assertThat(refused.json().get("violations").findValuesAsText("field")).contains(field);
    }

    @Test
    void anOperationNeedsThePermissionOfItsAction() {
        createTagged(1);
        var viewer = Person.with(URI.create(root.toString()), milvaion, "Viewer").login();
        viewer.post(OPERATIONS, onJobs("delete")).expectProblem(403);
        viewer.post(OPERATIONS, onJobs("delete").put("dryRun", true)).expectProblem(403);
        var begun = milvaion.rest().post(OPERATIONS, onJobs("deactivate")).expect(202);

        viewer.get(address(begun)).expect(200);
        viewer.post(address(begun) + "/cancel", null).expectProblem(403);
        assertThat(jobs("")).isEqualTo(1);
        milvaion.rest().get(OPERATIONS + "/" + UUID.randomUUID()).expectProblem(404);
    }

    @Test
    void filtersAreKeptSharedReplacedAndDeletedByTheirOwner() {
        var developer = Person.with(URI.create(root.toString()), milvaion, "Developer").login();
        var viewer = Person.with(URI.create(root.toString()), milvaion, "Viewer").login();
        var body = object().put("list", "jobs").put("name", "Mine " + tag).put("shared", false);
        body.putObject("criteria").put("tag", tag).put("active", true);

        var made = developer.post(FILTERS, body).expect(201);
        var path = address(made);
        assertThat(made.json().get("criteria")).isEqualTo(body.get("criteria"));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        viewer.get(path).expectProblem(404);
        developer.post(FILTERS, body.deepCopy().put("name", "mine " + tag)).expectProblem(409);
        viewer.post(FILTERS, body.deepCopy().put("shared", true)).expectProblem(403);

        body.put("shared", true);
        developer.put(path, body, "If-Match", "\"1\"").expect(200);
        developer.put(path, body, "If-Match", "\"1\"").expectProblem(412);
        assertThat(viewer.get(path).expect(200).json().get("shared").booleanValue()).isTrue();
        assertThat(viewer.get(FILTERS + "?list=jobs&limit=200").expect(200).body()).contains(tag);
        viewer.put(path, body.deepCopy().put("shared", false)).expectProblem(404);
        viewer.delete(path).expectProblem(404);

        developer.delete(path, "If-Match", "\"1\"").expectProblem(412);
        developer.delete(path).expect(204);
        developer.get(path).expectProblem(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'name':'a','criteria':{}}                                 | list",
                "{'list':'jobs','criteria':{}}                              | name",
                "{'list':'jobs','name':'a'}                                 | criteria",
                "{'list':'jobs','name':'a','criteria':{'jobId':'x'}}        | criteria.jobId",
                "{'list':'occurrences','name':'a','criteria':{'jobId':'x'}} | criteria.jobId",
                "{'list':'jobs','name':'a','criteria':{},'share':true}      | share"
            })
    void wrongFiltersAreNotKept(String body, String field) {
        var refused = milvaion.rest().post(FILTERS, json(body)).expectProblem(400);

        assertThat(refused.json().get("violations").findValuesAsText("field")).contains(field);
    }

    @Test
    void runsAreExportedAsCsvInAZoneAndAsXlsx() {
        var id = milvaion.create(job("noop").named("=HYPERLINK(\"x\") " + tag));
        milvaion.awaitState(milvaion.trigger(id), "completed");
        var path = "api/v1/occurrences/export?jobId=" + id;

        var csv =
                milvaion.rest()
                        .get(path + "&columns=jobName,state,plannedAt&zone=Asia/Kolkata")
                        .expect(200);
        var lines = csv.body().split("\r\n", -1);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("attachment", "runs.csv");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).isEqualTo("jobName,state,plannedAt");
        assertThat(lines[1]).startsWith("\"'=HYPERLINK(\"\"x\"\") ").endsWith("+05:30");
        var xlsx = milvaion.rest().get(path + "&format=xlsx").expect(200);
        assertThat(xlsx.header("Content-Type")).contains("spreadsheetml");
        assertThat(xlsx.body()).startsWith("PK");
        milvaion.rest().get(path + "&columns=jobName,jobName").expectProblem(400);
        milvaion.rest().get(path + "&zone=Mars/Olympus").expectProblem(400);
        milvaion.rest().get(path + "&format=pdf").expectProblem(400);
        assertThat(
                        milvaion.rest()
                                .get("api/v1/failed-occurrences/export?jobId=" + id)
                                .expect(200)
                                .body()
                                .lines())
                .hasSize(1);
    }

    private void createTagged(int count) {
        for (int i = 0; i < count; i++) {
            milvaion.create(job("noop").with("tags", tags(1)));
        }
    }

    /** A list of tags, the one of this test among them. */
    private JsonNode tags(int count) {
        var tags = JsonNodeFactory.instance.arrayNode().add(tag);
        for (int i = 1; i < count; i++) {
            tags.add("tag " + i);
        }
        return tags;
    }

    private ObjectNode onJobs(String action) {
        var body = object().put("target", "jobs").put("action", action);
        body.putObject("filter").put("tag", tag);
        return body;
    }

    private int jobs(String more) {
        return milvaion.items("api/v1/jobs?tag=" + tag + more).size();
    }

    private JsonNode awaitEnd(Answer begun) {
        return soon().until(
                        () -> milvaion.rest().get(address(begun)).expect(200).json(),
                        operation -> !operation.get("endedAt").isNull());
    }

    private static String address(Answer made) {
        return made.header("Location").substring(made.header("Location").indexOf("api/"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
