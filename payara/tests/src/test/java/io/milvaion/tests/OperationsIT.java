package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.Answer;
import io.milvaion.tests.server.Milvaion;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class OperationsIT {

    private static final Pattern PART = Pattern.compile("\"(console/[^\"]+)\"");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import)\\(?\"(\\./[^\"]+)\"");

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
    void nodeIsAliveAndReady() {
        var live = milvaion.rest().get("health/live").expect(200).json();
        var ready = milvaion.rest().get("health/ready").expect(200).json();

        assertThat(live.get("status").textValue()).isEqualTo("UP");
        assertThat(ready.get("status").textValue()).isEqualTo("UP");
        var data = ready.get("checks").get(0).get("data");
        assertThat(data.get("postgresql").textValue()).startsWith("up");
        assertThat(data.get("zoneRules").textValue()).matches("20[0-9]{2}[a-z](: The .*)?");
        assertThat(data.get("zoneRulesSource").textValue()).isNotBlank();
    }

    @Test
    void metricsCountWhatHasRun() {
        var before = milvaion.metric("milvaion_reports_total{state=\"completed\"}");
        milvaion.awaitState(milvaion.trigger(milvaion.create(job("noop"))), "completed");
        var scheduled = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(scheduled, 2);

        soon().untilAsserted(
                        () ->
                                assertThat(
                                                milvaion.metric(
                                                        "milvaion_reports_total{state=\"completed\"}"))
                                        .isGreaterThanOrEqualTo(before + 3));
        assertThat(milvaion.metric("milvaion_leader")).isEqualTo(1);
        assertThat(milvaion.metric("milvaion_dispatched_runs_total")).isGreaterThanOrEqualTo(2);
        assertThat(milvaion.metric("milvaion_published_runs_total")).isGreaterThanOrEqualTo(3);
        assertThat(milvaion.metric("milvaion_dispatch_lateness_seconds_count")).isPositive();
        assertThat(milvaion.metric("milvaion_dispatch_lateness_seconds_sum"))
                .isBetween(0.0, 3_600.0);
        assertThat(milvaion.metric("milvaion_run_duration_seconds_count{job_type=\"noop\"}"))
                .isGreaterThanOrEqualTo(3);
        assertThat(milvaion.metric("milvaion_index_size{set=\"schedule\"}"))
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void consoleIsServedWithItsParts() {
        var page = milvaion.rest().get("").expect(200);
        var modules = new LinkedHashSet<String>();

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).contains("<title>Milvaion</title>");
        for (var part : PART.matcher(page.body()).results().toList()) {
            if (part.group(1).endsWith(".css")) {
                assertThat(served(part.group(1)).header("Content-Type")).startsWith("text/css");
            } else {
                assertModulesAreServed(part.group(1), modules);
            }
        }
        assertThat(modules).anyMatch(module -> module.contains("/main-")).hasSizeGreaterThan(3);
    }

    /** A browser runs a module only if it comes as JavaScript, and so do all that it imports. */
    private void assertModulesAreServed(String path, Set<String> seen) {
        if (seen.add(path)) {
            var module = served(path);
            assertThat(module.header("Content-Type")).contains("javascript");
            IMPORT.matcher(module.body())
                    .results()
                    .map(found -> URI.create(path).resolve(found.group(1)).toString())
                    .forEach(imported -> assertModulesAreServed(imported, seen));
        }
    }

    /** A part has another name whenever it is another one. */
    private Answer served(String path) {
        var answer = milvaion.rest().get(path).expect(200);
        assertThat(answer.header("Cache-Control")).contains("immutable");
        return answer;
    }

    @Test
    void theLeaderLooksForStatesThatCannotBeWhenAsked() {
        var asked = milvaion.rest().post("api/v1/admin/reconcile", null).expect(202).json();
        var path = "api/v1/admin/reconcile/" + asked.get("id").textValue();

        soon().untilAsserted(
                        () ->
                                assertThat(
                                                milvaion.rest()
                                                        .get(path)
                                                        .expect(200)
                                                        .json()
                                                        .get("repaired")
                                                        .isNull())
                                        .isFalse());
        milvaion.rest().get("api/v1/admin/repairs?limit=1").expect(200);
        milvaion.rest().get("api/v1/admin/repairs?limit=0").expect(400);
        milvaion.rest().get("api/v1/admin/reconcile/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void interfaceIsDescribed() {
        var description = milvaion.rest().get("openapi").expect(200).body();

        assertThat(description)
                .contains("openapi: 3.")
                .contains("/api/v1/jobs/{id}/trigger")
                .contains("/api/v1/occurrences/{id}/cancel")
                .contains("/api/v1/cron/preview");
    }

    @Test
    void clusterShowsItsLeaderAndItsWorkers() {
        soon().untilAsserted(
                        () ->
                                assertThat(milvaion.items("api/v1/nodes"))
                                        .filteredOn(node -> node.get("alive").booleanValue())
                                        .anyMatch(node -> node.get("leader").booleanValue()));
        soon().untilAsserted(
                        () ->
                                assertThat(milvaion.items("api/v1/workers"))
                                        .filteredOn(worker -> worker.get("alive").booleanValue())
                                        .anyMatch(
                                                worker ->
                                                        worker.get("consumers")
                                                                .toString()
                                                                .contains("hello")));
    }

    @Test
    void dashboardShowsLeaderNextAndLastRuns() {
        var id = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(id, 1);

        soon().until(() -> dashboard().get("numbers").get("activeJobs").longValue() > 0);
        var dashboard = dashboard();

        assertThat(dashboard.get("leader").get("node").textValue()).isNotBlank();
        assertThat(dashboard.get("nextRuns").toString()).contains(id);
        assertThat(dashboard.get("lastRuns").toString()).contains(id);
    }

    @Test
    void unknownAddressIsAnsweredWithAProblemEverywhere() {
        milvaion.rest().get("nothing/here").expectProblem(404);
        milvaion.rest().get("api/v1/nothing").expectProblem(404);
        milvaion.rest().delete("api/v1/jobs").expectProblem(405);
    }

    private JsonNode dashboard() {
        return milvaion.rest().get("api/v1/dashboard").expect(200).json();
    }
}
