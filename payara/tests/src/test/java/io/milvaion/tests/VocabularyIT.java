package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules that hold for every address that the description of the interface names. */
@ExtendWith(ArquillianExtension.class)
class VocabularyIT {

    /** Members that are one of a few words, wherever they are. */
    private static final Set<String> WORDS =
            Set.of(
                    "state",
                    "stage",
                    "kind",
                    "cause",
                    "code",
                    "level",
                    "policy",
                    "schedule",
                    "skippedAs",
                    "misfirePolicy",
                    "dstGap",
                    "dstOverlap",
                    "onWorkerLost",
                    "onAbandoned",
                    "concurrentExecutionPolicy");

    /** An OpenID provider may add parameters of its own. */
    private static final String OF_OTHERS = "/api/v1/auth/oidc/callback";

    @ArquillianResource URL url;
    private Milvaion milvaion;
    private JsonNode paths;
    private final Map<String, String> ids = new LinkedHashMap<>();

    @BeforeEach
    void haveSomethingInTheLists() {
        milvaion = new Milvaion(url);
        var description = milvaion.rest().get("openapi", "Accept", "application/json").expect(200);
        paths = description.json().get("paths");
        var flaky = milvaion.create(job("flaky").data("failProbability", 1).with("maxRetries", 0));
        milvaion.create(job("noop").every("* * * * * *").with("misfirePolicy", "skip"));
        var run = milvaion.trigger(flaky);
        milvaion.awaitState(run, "failed");
        milvaion.awaitState(milvaion.trigger(flaky), "failed");
        var me = milvaion.rest().get("api/v1/auth/me").expect(200).json();
        ids.put("jobs", flaky);
        ids.put("occurrences", run);
        ids.put("failed-occurrences", run);
        ids.put("operations", operationOnNothing());
        ids.put("users", me.get("id").textValue());
        ids.put("roles", "Viewer");
        ids.put("holidays", "DE");
        ids.put("calendars", "vocabulary");
        milvaion.rest().put("api/v1/calendars/vocabulary", "application/json", "{}");
    }

    private String operationOnNothing() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("target", "jobs").put("action", "deactivate");
        body.putObject("filter").put("tag", "t" + UUID.randomUUID());
        var begun = milvaion.rest().post("api/v1/operations", body);
        return begun.expect(202).json().get("id").textValue();
    }

    @AfterEach
    void close() {
        milvaion.close();
    }

    @Test
    void everyListHasPagesOfOneForm() {
        var lists = lists();

        assertThat(lists).hasSizeGreaterThan(18);
        for (var list : lists) {
            var page = get(list, "limit=1").expect(200).json();
            assertThat(page.has("nextCursor")).as(list).isTrue();
            assertThat(page.get("items").size()).as(list).isLessThanOrEqualTo(1);
            for (var wrong : List.of("0", "201", "-1", "x", "")) {
                assertNames(list, "limit=" + wrong, "limit");
            }
            get(list, "limit=200").expect(200);
            var random = UUID.randomUUID();
            for (var wrong : List.of("", "x", "1", "1.250", random.toString(), "WyJ4Il0", "e30")) {
                assertNames(list, "after=" + wrong, "after");
            }
            assertNames(list, "limits=1", "limits");
        }
    }

    @Test
    void everyListOfTheDescriptionIsOne() {
        var lists = lists();
        for (var path : paths.properties()) {
            var names = path.getValue().path("get").path("parameters").findValuesAsText("name");
            var list = path.getKey();
            if (names.contains("limit") || names.contains("after")) {
                assertThat(lists).contains(list);
            }
            if (lists.contains(list)) {
                assertThat(names).as(list).contains("limit", "after");
            }
        }
    }

    @Test
    void aCursorGoesOnInItsListAndInNoOther() {
        var cursors = new LinkedHashMap<String, String>();
        for (var list : lists()) {
            var cursor = get(list, "limit=1").expect(200).json().get("nextCursor").textValue();
            if (cursor != null) {
                cursors.put(list, cursor);
            }
        }

        assertThat(cursors).containsKeys("/api/v1/jobs", "/api/v1/occurrences", "/api/v1/roles");
        for (var list : lists()) {
            cursors.forEach(
                    (of, cursor) -> {
                        if (of.equals(list)) {
                            var items = get(list, "limit=1").json().get("items");
                            var next = get(list, "limit=1&after=" + cursor).expect(200).json();
                            assertThat(next.get("items")).as(list).isNotEqualTo(items);
                        } else {
                            assertNames(list, "after=" + cursor, "after");
                        }
                    });
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        var jobs = "/api/v1/jobs";
        for (var sort : List.of("displayName", "-displayName", "-updatedAt", "nextRunAt")) {
            var page = get(jobs, "limit=1&sort=" + sort).expect(200).json();
            var after = "after=" + page.get("nextCursor").textValue();

            get(jobs, after + "&sort=" + sort).expect(200);
            assertNames(jobs, after, "after");
            assertNames(jobs, after + "&sort=createdAt", "after");
        }
    }

    @Test
    void whatIsOneOfAFewIsAWordInEveryAnswer() {
        var found = new ArrayList<String>();
        for (var path : paths.properties()) {
            if (path.getValue().has("get")) {
                var answer = milvaion.rest().get(address(path.getKey()));
                if (isJson(answer)) {
                    check(answer.json(), path.getKey(), found);
                }
            }
        }

        assertThat(found).hasSizeGreaterThan(30);
    }

    @Test
    void itemsOfListsCarryNoDataAndNoStackTrace() {
        for (var list : lists()) {
            for (var item : get(list, "limit=200").expect(200).json().get("items")) {
                assertThat(item.has("jobData") || item.has("data") || item.has("error"))
                        .as("%s: %s", list, item)
                        .isFalse();
                assertThat(item.toString()).as(list).doesNotContain("\\n\\tat ");
            }
        }
    }

    @Test
    void parametersThatNobodyReadsAreRefusedEverywhere() {
        for (var path : paths.properties()) {
            if (path.getValue().has("get") && !path.getKey().equals(OF_OTHERS)) {
                assertNames(path.getKey(), "nobodyReadsThis=1", "nobodyReadsThis");
            }
        }
    }

    private List<String> lists() {
        var lists = new ArrayList<String>();
        for (var path : paths.properties()) {
            if (path.getValue().has("get")) {
                var answer = milvaion.rest().get(address(path.getKey()));
                if (isJson(answer) && answer.json().path("items").isArray()) {
                    lists.add(path.getKey());
                }
            }
        }
        return lists;
    }

    /** Exports are answered as files. */
    private static boolean isJson(Answer answer) {
        return answer.status() == 200
                && answer.header("Content-Type").startsWith("application/json");
    }

    private void check(JsonNode node, String where, List<String> found) {
        for (var field : node.properties()) {
            if (WORDS.contains(field.getKey()) && !field.getValue().isNull()) {
                assertThat(field.getValue().textValue())
                        .as("%s of %s", field.getKey(), where)
                        .isNotNull()
                        .matches("[a-z][a-zA-Z0-9]*");
                found.add(where);
            }
        }
        node.forEach(inner -> check(inner, where, found));
    }

    private void assertNames(String path, String query, String field) {
        var problem = get(path, query).expectProblem(400).json();
        assertThat(problem.path("violations").findValuesAsText("field"))
                .as("%s?%s: %s", path, query, problem)
                .contains(field);
    }

    private Answer get(String path, String query) {
        return milvaion.rest().get(address(path) + "?" + query);
    }

    /** With ids of things that there are. */
    private String address(String path) {
        var collection = path.replaceFirst("/api/v1/([^/]+).*", "$1");
        return path.substring(1)
                .replace("{version}", "1")
                .replaceAll(
                        "\\{[^}]+}", ids.getOrDefault(collection, UUID.randomUUID().toString()));
    }
}
