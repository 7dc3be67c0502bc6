package io.milvaion.tests.mcp;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.tests.people.Person;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import io.milvaion.tests.server.Services;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class McpIT {

    @ArquillianResource URL url;
    private Milvaion milvaion;
    private Assistant root;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(url);
        root = new Assistant(uri(), Services.rootKey().text());
    }

    @AfterEach
    void disconnect() {
        root.close();
        milvaion.close();
    }

    @Test
    void toolsAreThoseThatTheCallerMayUse() {
        var all = root.tools();
        assertThat(all)
                .containsKeys("list_jobs", "why_run", "trigger_job", "audit", "bulk_operation");
        assertThat(root.client.getServerInstructions()).contains("cluster_status");
        try (var viewer = viewer()) {
            assertThat(viewer.tools().keySet())
                    .contains("list_jobs", "why_job", "run_log")
                    .doesNotContain(
                            "trigger_job", "create_job", "bulk_operation", "apply_documents");
            assertThat(viewer.tools().values())
                    .filteredOn(tool -> !tool.annotations().readOnlyHint())
                    .extracting(Tool::name)
                    .containsExactly("create_saved_filter");
        }
        assertThat(all.get("list_jobs").annotations().readOnlyHint()).isTrue();
        assertThat(all.get("delete_job").annotations().destructiveHint()).isTrue();
        assertThat(all.get("delete_job").annotations().idempotentHint()).isTrue();
        assertThat(all.get("trigger_job").annotations().idempotentHint()).isFalse();
    }

    @Test
    void everyToolIsInItsDocumentation() throws IOException {
        var documented =
                Pattern.compile("(?m)^\\| `([a-z_]+)`")
                        .matcher(Files.readString(Path.of("../../docs/mcp.md")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(documented).containsExactlyInAnyOrderElementsOf(root.tools().keySet());
    }

    @Test
    void aJobIsMadeChangedRunAndDeleted() {
        var name = "mcp " + UUID.randomUUID();
        var made =
                root.call(
                        "create_job",
                        Map.of(
                                "displayName",
                                name,
                                "jobType",
                                "hello",
                                "schedule",
                                "none",
                                "description",
                                "of a tool"));
        var id = made.get("id").textValue();
        assertThat(root.call("list_jobs", Map.of("q", name)).at("/items/0/id").textValue())
                .isEqualTo(id);
        var changes = new HashMap<String, Object>(Map.of("id", id, "tags", List.of("mcp")));
        changes.put("description", null);
        var changed = root.call("update_job", changes);
        assertThat(changed.get("displayName").textValue()).isEqualTo(name);
        assertThat(changed.get("description").isNull()).isTrue();
        root.call("set_job_active", Map.of("id", id, "active", false));
        assertThat(root.said("why_job", Map.of("id", id))).contains("nactive");
        var run =
                root.call("trigger_job", Map.of("id", id, "data", Map.of("name", "Grace")))
                        .get("occurrenceId")
                        .textValue();
        milvaion.awaitState(run, "completed");
        assertThat(root.said("run_log", Map.of("id", run))).contains("Hello, Grace!");
        assertThat(resource("milvaion://runs/" + run + "/log")).contains("Hello, Grace!");
        assertThat(resource("milvaion://runs/" + run)).contains(run);
        assertThat(resource("milvaion://runs/" + run + "/why")).contains("ompleted");
        assertThat(resource("milvaion://jobs/" + id)).contains(name);
        assertThat(root.said("delete_job", Map.of("id", id))).isEqualTo("Done.");
        assertThat(root.refused("get_job", Map.of("id", id))).startsWith("404");
        var deleted = awaitAudit("action=job.delete&objectId=" + id, 1).get(0);
        assertThat(deleted.toString()).contains("root");
    }

    @Test
    void whoOnlyReadsChangesNothing() {
        var id = milvaion.create(job("noop"));
        try (var viewer = viewer()) {
            assertThat(viewer.call("get_job", Map.of("id", id)).get("id").textValue())
                    .isEqualTo(id);
            assertThat(viewer.refused("trigger_job", Map.of("id", id))).contains("Job.Trigger");
            assertThat(viewer.refused("delete_job", Map.of("id", id))).contains("Job.Write");
            assertThat(viewer.refused("set_job_active", Map.of("id", id, "active", false)))
                    .contains("Job.Write");
        }
        assertThat(milvaion.rest().get("api/v1/jobs/" + id).expect(200).json().get("active"))
                .isEqualTo(JsonNodeFactory.instance.booleanNode(true));
        assertThat(milvaion.occurrencesOf(id)).isEmpty();
        awaitAudit("outcome=refused&objectId=" + id, 3);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertThat(root.refused("get_job", Map.of())).startsWith("id: ");
        assertThat(root.refused("list_jobs", Map.of("limit", 101))).startsWith("limit: ");
        assertThat(root.refused("list_jobs", Map.of("nmae", "x"))).startsWith("nmae: ");
        assertThat(root.refused("list_runs", Map.of("state", "gone"))).contains("state");
        assertThat(
                        root.refused(
                                "create_job",
                                Map.of(
                                        "displayName",
                                        "x",
                                        "jobType",
                                        "noop",
                                        "cronExpression",
                                        "*/90 * * * *")))
                .contains("cronExpression");
        assertThat(root.refused("get_run", Map.of("id", "../jobs"))).contains("id: ");
    }

    @Test
    void hugeAnswersAreCut() {
        var id = milvaion.create(job("echo").data("text", "x".repeat(200_000)));

        var said = root.said("get_job", Map.of("id", id));

        assertThat(said).hasSizeLessThan(70_000).contains("ends here");
        assertThat(root.call("get_job", Map.of("id", id)).isNull()).isTrue();
    }

    @Test
    void manyThingsAreOnlyCountedUnlessAskedFor() {
        var tag = "mcp-" + UUID.randomUUID();
        var id = milvaion.create(job("noop").with("tags", List.of(tag)));
        var wanted =
                Map.<String, Object>of(
                        "target", "jobs", "action", "deactivate", "filter", Map.of("tag", tag));

        var counted = root.call("bulk_operation", wanted);

        assertThat(counted.toString()).contains(id);
        assertThat(root.call("get_job", Map.of("id", id)).get("active").booleanValue()).isTrue();
    }

    @Test
    void whoIsLimitedToSomeJobsFindsThose() {
        var tag = "mcp-" + UUID.randomUUID();
        var own = milvaion.create(job("noop").with("tags", List.of(tag)));
        var foreign = milvaion.create(job("noop"));
        var role = "r" + UUID.randomUUID();
        var body = JsonNodeFactory.instance.objectNode();
        body.withArray("permissions").add("Job.Read");
        body.withObject("/limit").withArray("tags").add(tag);
        milvaion.rest().put("api/v1/roles/" + role, body).expect(201);
        try (var limited = holder(role)) {
            assertThat(limited.call("list_jobs", Map.of()).get("items")).hasSize(1);
            limited.call("get_job", Map.of("id", own));
            assertThat(limited.refused("get_job", Map.of("id", foreign))).startsWith("404");
        }
    }

    @Test
    void promptsTellWhatToDo() {
        var asked =
                GetPromptRequest.builder("diagnose_job")
                        .arguments(Map.of("jobName", "Nightly 100%"))
                        .build();
        var message = root.client.getPrompt(asked).messages().get(0).content();
        assertThat(((TextContent) message).text()).contains("\"Nightly 100%\"", "why_job");
        var review = root.client.getPrompt(GetPromptRequest.builder("overnight_review").build());
        assertThat(((TextContent) review.messages().get(0).content()).text()).contains("12 hours");
    }

    @Test
    void strangersAreSentAway() {
        var stranger = new Rest(uri(), null);
        var answer = stranger.post("mcp", JsonNodeFactory.instance.objectNode()).expect(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThatThrownBy(() -> new Assistant(uri(), "mvk_wrong")).isInstanceOf(Exception.class);
        milvaion.rest()
                .post(
                        "mcp",
                        JsonNodeFactory.instance.objectNode(),
                        "Origin",
                        "https://evil.example")
                .expectProblem(403);
    }

    /** Entries are shown once they are sealed. */
    private List<JsonNode> awaitAudit(String query, int count) {
        return Milvaion.soon()
                .until(
                        () -> milvaion.items("api/v1/audit?" + query),
                        entries -> entries.size() == count);
    }

    private String resource(String uri) {
        var contents =
                root.client.readResource(ReadResourceRequest.builder(uri).build()).contents();
        return ((TextResourceContents) contents.get(0)).text();
    }

    private Assistant viewer() {
        return holder("Viewer");
    }

    private Assistant holder(String role) {
        var person = Person.with(uri(), milvaion, role).login();
        var body = JsonNodeFactory.instance.objectNode().put("name", "assistant");
        var made = person.post("api/v1/api-keys", body).expect(201).json();
        return new Assistant(uri(), new ApiKey(made.get("secret").textValue()).text());
    }

    private URI uri() {
        return URI.create(url.toString());
    }
}
