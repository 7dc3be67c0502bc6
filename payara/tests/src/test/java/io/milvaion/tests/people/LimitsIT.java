package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody may do everything with the jobs of one tag; there are those of another one. */
@ExtendWith(ArquillianExtension.class)
class LimitsIT {

    private static final List<String> OF_JOBS =
            Arrays.stream(Permission.values())
                    .filter(Permission::isOfJobs)
                    .map(Permission::id)
                    .toList();

    @ArquillianResource URL url;
    private final String ours = "ours-" + UUID.randomUUID();
    private final String theirs = "theirs-" + UUID.randomUUID();
    private Milvaion admin;
    private Rest limited;
    private String own;
    private String foreign;

    @BeforeEach
    void connect() {
        admin = new Milvaion(url);
        limited = Person.with(root(), admin, role(limit(ours), OF_JOBS)).login();
        own = admin.create(flaky(ours));
        foreign = admin.create(flaky(theirs));
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void whateverIsReadHasNothingOfForeignJobs() {
        var run = fail(foreign);
        var ownRun = fail(own);
        admin.rest().post("api/v1/replays", replay(foreign)).expect(202);

        for (var endpoint : Endpoint.all()) {
            if (endpoint.method().equals("GET") && !endpoint.path().contains("{")) {
                var answer = limited.get(endpoint.path().substring(1) + "?limit=100");
                assertThat(answer.status()).as(endpoint.name()).isLessThan(500);
                assertThat(answer.body()).as(endpoint.name()).doesNotContain(foreign, run, theirs);
            }
        }
        for (var path :
                List.of(
                        "jobs?limit=9",
                        "jobs?tag=" + ours,
                        "occurrences",
                        "occurrences?state=3",
                        "failed-occurrences",
                        "failed-occurrences/groups")) {
            assertThat(limited.get("api/v1/" + path.replace("limit=9", "size=9")).body())
                    .as(path)
                    .contains(own);
        }
        Milvaion.soon().until(() -> ended(limited, "") == 1);
        assertThat(ended(limited, "jobType=flaky")).isEqualTo(1);
        assertThat(ended(limited, "jobId=" + foreign)).isZero();
        Milvaion.soon().until(() -> ended(admin.rest(), "jobId=" + foreign) >= 1);
        assertThat(limited.get("api/v1/statistics/jobs").json().findValuesAsText("jobId"))
                .containsExactly(own);
        assertThat(
                        limited.get("api/v1/jobs/recent-runs?jobId=" + foreign + "&jobId=" + own)
                                .json()
                                .findValuesAsText("jobId"))
                .containsExactly(own);
        assertThat(limited.get("api/v1/failed-occurrences/groups").json().at("/items/0/count"))
                .as("of our own failure only")
                .hasToString("1");
        assertThat(limited.get("api/v1/jobs").json().get("total").intValue()).isEqualTo(1);
        limited.get("api/v1/occurrences/" + ownRun + "/why").expect(200);
    }

    @Test
    void whatIsWrongIsListedOfOwnJobsOnly() {
        fail(foreign);
        fail(own);

        soon().until(() -> limited.get("api/v1/attention").expect(200).body().contains(own));
        for (var item : limited.get("api/v1/attention").json().get("findings")) {
            assertThat(item.at("/subject/id").textValue()).isEqualTo(own);
            assertThat(item.get("code").textValue()).isEqualTo("jobFailing");
        }
        var forecast = limited.get("api/v1/admin/forecast?step=hour").expect(200).json();
        assertThat(forecast.get("jobs").longValue() + forecast.get("withoutNextRun").size())
                .isEqualTo(1);
    }

    @Test
    void whatIsForeignDoesNotExistForAnyEndpoint() {
        var run = fail(foreign);
        var replay = admin.rest().post("api/v1/replays", replay(foreign)).expect(202).json();
        var before = admin.rest().get("api/v1/jobs/" + foreign).json();

        for (var endpoint : Endpoint.all()) {
            if (isAboutOneThingOfAJob(endpoint)) {
                for (var id : List.of(foreign, run, replay.get("id").textValue())) {
                    int status = RoleMatrixIT.call(limited, endpoint, id);
                    assertThat(status).as("%s of %s", endpoint.name(), id).isIn(400, 404);
                }
            }
        }
        limited.get("api/v1/jobs/" + foreign).expectProblem(404);
        limited.patch("api/v1/jobs/" + foreign, object().put("displayName", "mine"))
                .expectProblem(404);
        limited.get("api/v1/occurrences/" + run + "/logs").expectProblem(404);
        limited.get("api/v1/jobs/" + foreign + "/versions/1").expectProblem(404);
        assertThat(admin.rest().get("api/v1/jobs/" + foreign).json().get("version"))
                .isEqualTo(before.get("version"));
        limited.delete("api/v1/jobs/" + own).expect(204);
        limited.get("api/v1/jobs/" + own + "/versions/1").expect(200);
        admin.rest().delete("api/v1/jobs/" + foreign).expect(204);
        limited.get("api/v1/jobs/" + foreign + "/versions").expectProblem(404);
    }

    @Test
    void whoMayOnlyReadIsForbiddenToWrite() {
        var both =
                Person.with(
                                root(),
                                admin,
                                role(limit(ours), OF_JOBS),
                                role(limit(theirs), List.of("Job.Read")))
                        .login();

        both.get("api/v1/jobs/" + foreign).expect(200);
        var refused = both.delete("api/v1/jobs/" + foreign).expectProblem(403).json();
        assertThat(refused.get("permission").textValue()).isEqualTo("Job.Write");
        both.post("api/v1/jobs/" + foreign + "/trigger", null).expectProblem(403);
        both.post("api/v1/jobs/" + own + "/trigger", null).expect(202);
        assertThat(both.get("api/v1/jobs").json().get("total").intValue()).isEqualTo(2);
    }

    @Test
    void noJobIsMovedOutOfReachOrIn() {
        limited.post("api/v1/jobs", flaky(theirs).build()).expectProblem(403);
        limited.post("api/v1/jobs", job("noop").build()).expectProblem(403);
        limited.patch("api/v1/jobs/" + own, tags(theirs)).expectProblem(403);
        limited.patch("api/v1/jobs/" + own, object().putNull("tags")).expectProblem(403);
        limited.put("api/v1/jobs/" + foreign, flaky(ours).build()).expectProblem(404);
        limited.patch("api/v1/jobs/" + own, tags(ours, theirs)).expect(200);
        admin.change(own, tags(theirs));
        limited.get("api/v1/jobs/" + own).expectProblem(404);
        admin.change(own, tags(ours));
        limited.post("api/v1/jobs/" + own + "/versions/3/restore", null).expectProblem(403);
        limited.post("api/v1/jobs/" + own + "/versions/1/restore", null).expect(200);
    }

    @Test
    void whatIsDoneToManyIsDoneToOnesOwn() {
        var run = fail(foreign);
        var ownRun = fail(own);

        limited.post("api/v1/replays", object().set("occurrenceIds", array(run)))
                .expectProblem(400);
        assertThat(limited.post("api/v1/replays", replay(foreign)).expect(202).json().get("total"))
                .hasToString("0");
        var all = object().put("all", true);
        assertThat(limited.post("api/v1/failed-occurrences/resolve", all).expect(200).json())
                .hasToString("{\"count\":1,\"complete\":true}");
        assertThat(limited.post("api/v1/failed-occurrences/delete", all).expect(200).json())
                .hasToString("{\"count\":1,\"complete\":true}");
        admin.rest().get("api/v1/failed-occurrences/" + run).expect(200);
        admin.rest().get("api/v1/failed-occurrences/" + ownRun).expectProblem(404);
        limited.post("api/v1/dead-letters/delete", all).expect(200);
    }

    @Test
    void eventsComeOfOnesOwnJobsOnly() {
        var key = key(limited, object().put("name", "events"));
        try (var stream = new EventStream(url, key)) {
            stream.send("{\"subscribe\":[\"jobs\",\"occurrences\",\"job:%s\"]}".formatted(foreign));
            awaitEventsOfOurs(stream);
            var run = admin.trigger(foreign);
            stream.send("{\"subscribe\":[\"logs:%s\",\"occurrence:%s\"]}".formatted(run, run));
            admin.awaitState(run, "failed");
            admin.change(foreign, object().put("description", "changed"));
            fail(own);
            admin.change(own, object().put("description", "changed"));

            assertThat(stream.isClosed()).isFalse();
            stream.awaitEvent(is("job.updated"));
            stream.awaitEvent(is("occurrence.failed"));
            assertThat(stream.messages().toString().replaceFirst("\"subscribed\":\\[[^]]*]", ""))
                    .contains(own);
            assertThat(stream.events().toString()).doesNotContain(foreign, run);
        }
    }

    @Test
    void aChangedLimitHoldsAtOnceAlsoForKeysAndSockets() {
        var role = role(limit(ours), OF_JOBS);
        var person = Person.with(root(), admin, role).login();
        var key = key(person, object().put("name", "key"));
        var program = new Rest(root(), key);
        program.get("api/v1/jobs/" + own).expect(200);
        try (var stream = new EventStream(url, key)) {
            stream.send("{\"subscribe\":[\"jobs\"]}");
            stream.awaitMessage("subscribed");

            put(role, limit(theirs), OF_JOBS).expect(200);

            Milvaion.soon().until(() -> program.get("api/v1/jobs/" + own).status() == 404);
            program.get("api/v1/jobs/" + foreign).expect(200);
            Milvaion.soon().until(stream::isClosed);
        }
    }

    @Test
    void aKeyIsLimitedAsItsOwnerIsAndFurther() {
        var group = "g" + UUID.randomUUID().toString().substring(0, 8);
        var pinned = admin.create(flaky(ours).with("workerGroup", group));
        var narrow = object().put("name", "narrow");
        narrow.withObject("/limit").withArray("workerGroups").add(group);
        var program = new Rest(root(), key(limited, narrow));

        assertThat(program.get("api/v1/jobs").expect(200).json().get("total").intValue())
                .isEqualTo(1);
        program.get("api/v1/jobs/" + pinned).expect(200);
        program.get("api/v1/jobs/" + own).expectProblem(404);
        var second = new Rest(root(), key(program, object().put("name", "second")));
        second.get("api/v1/jobs/" + own).expectProblem(404);
        second.get("api/v1/jobs/" + pinned).expect(200);
        var wider = object().put("name", "wider");
        wider.set("limit", limit(ours));
        program.post("api/v1/api-keys", wider).expectProblem(400);
        var whole = new Rest(root(), key(admin.rest(), narrow));
        whole.get("api/v1/jobs/" + pinned).expect(200);
        whole.get("api/v1/dashboard").expectProblem(403);
        whole.get("metrics").expectProblem(403);
        whole.put("api/v1/roles/x", object()).expectProblem(403);
    }

    @Test
    void nobodyGivesMoreJobsThanTheyReach() {
        var people = role(null, List.of("User.Read", "User.Write"));
        var person = Person.with(root(), admin, role(limit(ours), OF_JOBS), people).login();
        var name = "r" + UUID.randomUUID();
        var wanted = object();
        wanted.withArray("permissions").add("Job.Read");

        person.put("api/v1/roles/" + name, wanted).expectProblem(400);
        wanted.set("limit", limit(theirs));
        person.put("api/v1/roles/" + name, wanted).expectProblem(400);
        wanted.set("limit", limit(ours, theirs));
        person.put("api/v1/roles/" + name, wanted).expectProblem(400);
        wanted.set("limit", limit(ours));
        var made = person.put("api/v1/roles/" + name, wanted).expect(201).json();
        assertThat(made.at("/limit/tags/0").textValue()).isEqualTo(ours);
        assertThat(person.put("api/v1/roles/" + name, editable(made)).expect(200).json())
                .isEqualTo(made);
        var all = Person.created(root(), admin, role(null, List.of("Job.Read")));
        person.delete("api/v1/users/" + all.id()).expectProblem(403);
        wanted.withArray("permissions").add("System.Read");
        assertThat(put(name, limit(ours), List.of("System.Read")).expectProblem(400).body())
                .contains("permissions[0]");
        wanted.set("limit", object());
        admin.rest().put("api/v1/roles/" + name, wanted).expectProblem(400);
    }

    private static int ended(Rest caller, String query) {
        return caller.get("api/v1/statistics?" + query)
                .expect(200)
                .json()
                .at("/totals/ended")
                .intValue();
    }

    private static boolean isAboutOneThingOfAJob(Endpoint endpoint) {
        return endpoint.path().contains("{id}")
                && endpoint.needs() != null
                && endpoint.needs().stream().anyMatch(Permission::isOfJobs);
    }

    private static ObjectNode editable(JsonNode role) {
        return ((ObjectNode) role.deepCopy()).remove(List.of("name", "builtIn"));
    }

    /** Nodes find out within a second that somebody listens; what happens before is not sent. */
    private void awaitEventsOfOurs(EventStream stream) {
        var witness = admin.create(job("noop").with("tags", List.of(ours)).every("* * * * * *"));
        stream.awaitEvent(event -> event.path("channels").toString().contains(witness));
    }

    private static Predicate<JsonNode> is(String type) {
        return event -> event.get("type").textValue().equals(type);
    }

    private String fail(String job) {
        var run = admin.trigger(job);
        admin.awaitState(run, "failed");
        Milvaion.soon()
                .until(() -> admin.rest().get("api/v1/failed-occurrences/" + run).status() == 200);
        return run;
    }

    private NewJob flaky(String tag) {
        return job("flaky")
                .named("flaky " + tag)
                .with("tags", List.of(tag))
                .with("maxRetries", 0)
                .data("failProbability", 1);
    }

    private static ObjectNode replay(String job) {
        var body = object();
        body.withObject("/filter").put("jobId", job);
        return body;
    }

    private static ObjectNode tags(String... tags) {
        return object().set("tags", array(tags));
    }

    private static JsonNode array(String... texts) {
        var array = object().withArray("texts");
        for (var text : texts) {
            array.add(text);
        }
        return array;
    }

    private static ObjectNode limit(String... tags) {
        return object().set("tags", array(tags));
    }

    private String role(ObjectNode limit, List<String> permissions) {
        var name = "r" + UUID.randomUUID();
        put(name, limit, permissions).expect(201);
        return name;
    }

    private Answer put(String name, ObjectNode limit, List<String> permissions) {
        var body = object();
        permissions.forEach(body.withArray("permissions")::add);
        body.set("limit", limit);
        return admin.rest().put("api/v1/roles/" + name, body);
    }

    private static ApiKey key(Rest owner, ObjectNode body) {
        var made = owner.post("api/v1/api-keys", body).expect(201).json();
        return new ApiKey(made.get("secret").textValue());
    }

    private URI root() {
        return URI.create(url.toString());
    }
}
