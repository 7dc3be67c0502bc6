package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The views of the whole, on real servers. */
@ExtendWith(ArquillianExtension.class)
class ClusterIT {

    private static final String NOOPS = "jobs.noop.wildcard";

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
    void theNodeTellsItsVersionsAndHowTheServersAnswerIt() {
        soon().untilAsserted(
                        () ->
                                assertThat(leader().get("servers"))
                                        .hasSize(3)
                                        .allMatch(
                                                server ->
                                                        server.get("status").asText().equals("up"))
                                        .allMatch(
                                                server ->
                                                        server.get("latencyMicros").asLong() > 0));
        var node = leader();

        assertThat(node.get("jdk").textValue())
                .isEqualTo(System.getProperty("java.runtime.version"));
        assertThat(node.get("timeZoneData").textValue()).startsWith("20");
        assertThat(node.get("timeZoneSource").textValue()).isNotBlank();
        assertThat(node.get("heartbeatAgeMs").longValue()).isBetween(0L, 4_000L);
        assertThat(node.get("uptimeMs").longValue()).isPositive();
        assertThat(node.get("clockOffsetsMs").size()).isEqualTo(2);
    }

    @Test
    void theLeaderIsShownWithItsLeaseAndItsTerm() {
        soon().until(() -> !cluster().get("lease").isNull());
        var cluster = cluster();
        var leader = cluster.get("leader");

        assertThat(cluster.get("node")).isEqualTo(leader.get("node"));
        assertThat(cluster.get("lease").get("term")).isEqualTo(leader.get("term"));
        assertThat(cluster.get("lease").get("ageMs").longValue())
                .isLessThan(cluster.get("lease").get("lengthMs").longValue());
        var present = cluster.get("terms").get(0);
        assertThat(present.get("term")).isEqualTo(leader.get("term"));
        assertThat(present.get("node")).isEqualTo(leader.get("node"));
        assertThat(present.get("endedAt").isNull()).isTrue();
    }

    @Test
    void theRulesOfTimeZonesAreReadAndLookedForAgain() {
        var read = milvaion.rest().get("api/v1/admin/zone-rules").expect(200).json();
        var looked = milvaion.rest().post("api/v1/admin/zone-rules", null).expect(200).json();

        assertThat(looked).isEqualTo(read);
        assertThat(read.get("version")).isEqualTo(leader().get("timeZoneData"));
        assertThat(read.get("zones").intValue()).isGreaterThan(500);
        assertThat(
                        milvaion.metric(
                                "milvaion_zone_rules{source=\"%s\",version=\"%s\"}"
                                        .formatted(
                                                read.get("source").textValue(),
                                                read.get("version").textValue())))
                .isOne();
    }

    @Test
    void tablesAndTheDaysToComeAreShown() {
        var storage = cluster().get("storage");

        assertThat(storage.get("tables"))
                .filteredOn(table -> table.get("table").asText().equals("occurrences"))
                .singleElement()
                .matches(table -> table.get("bytes").longValue() > 0)
                .matches(table -> table.get("partitions").intValue() > 7);
        assertThat(storage.get("days").get("daysAhead").intValue()).isEqualTo(7);
    }

    @Test
    void aQueueShowsWhatGoesThroughItAndWhatItsWorkersCanDo() {
        var job = milvaion.create(parallel("noop"));
        for (int i = 0; i < 12; i++) {
            milvaion.trigger(job);
        }
        milvaion.awaitCompleted(job, 12);

        soon().untilAsserted(
                        () -> {
                            var queue = queue(NOOPS);
                            assertThat(queue.get("consumers").longValue()).isPositive();
                            assertThat(queue.get("ready").longValue()).isZero();
                            assertThat(queue.get("publishedPerSecond").doubleValue())
                                    .isGreaterThanOrEqualTo(0.2);
                            assertThat(queue.get("startedPerSecond").doubleValue())
                                    .isGreaterThanOrEqualTo(0.2);
                            assertThat(queue.get("open").get("waiting").longValue()).isZero();
                        });
        var capacity = capacity("?jobType=noop&targetPerSecond=1000").get(0);
        assertThat(capacity.get("measuredRuns").longValue()).isGreaterThanOrEqualTo(12);
        assertThat(capacity.get("workers").longValue()).isEqualTo(1);
        assertThat(capacity.get("slots").longValue()).isPositive();
        assertThat(capacity.get("need").get("perSecond").doubleValue()).isEqualTo(1_000);
        assertThat(capacity.get("need").get("workers").longValue()).isPositive();
    }

    @Test
    void whatWaitsForAWorkerThatThereIsNotIsCountedAndGrowsOld() {
        var job = milvaion.create(parallel("nobodyrunsthis"));
        milvaion.trigger(job);
        milvaion.trigger(job);

        soon().untilAsserted(
                        () -> {
                            var queue = queue("jobs.nobodyrunsthis.wildcard");
                            assertThat(queue.get("ready").longValue()).isEqualTo(2);
                            assertThat(queue.get("consumers").longValue()).isZero();
                            assertThat(queue.get("open").get("waiting").longValue()).isEqualTo(2);
                            assertThat(queue.get("oldestAgeMs").longValue()).isPositive();
                        });
        var later = Instant.now().plusSeconds(60);
        var capacity = capacity("?jobType=nobodyrunsthis&emptyBy=" + later).get(0);
        assertThat(capacity.get("workers").longValue()).isZero();
        assertThat(capacity.get("meanMs").isNull()).as("nothing was measured").isTrue();
        assertThat(capacity.get("need").isNull()).isTrue();
    }

    @Test
    void limitsAreShownOfWhatIsSharedAndOfEachNode() {
        soon().until(() -> limits().stream().anyMatch(limit -> !limit.get("node").isNull()));

        assertThat(limit("postgresqlConnections").get("used").longValue()).isPositive();
        assertThat(limit("postgresqlConnections").get("advised").longValue()).isPositive();
        assertThat(limit("redisConnections").get("allowed").longValue()).isPositive();
        assertThat(limit("rabbitmqConnections").get("used").isNull()).isTrue();
        assertThat(limit("rabbitmqConnections").get("level").textValue()).isEqualTo("unknown");
        assertThat(limit("heapBytes").get("level").textValue()).isIn("ok", "near", "reached");
        assertThat(limit("openFiles").get("node").textValue()).isNotEmpty();
    }

    @Test
    void eachRowOfTheTableOfBottlenecksSaysWhatHelps() {
        var rows = milvaion.rest().get("api/v1/admin/bottlenecks").expect(200).json();

        assertThat(rows.get("bottlenecks"))
                .extracting(row -> row.get("symptom").textValue())
                .containsExactly(
                        "apiCpu", "redisLatency", "queueGrowing", "postgresqlLoad", "workerMemory");
        assertThat(rows.get("bottlenecks"))
                .allMatch(row -> !row.get("remedy").textValue().isEmpty())
                .allMatch(row -> row.get("present").booleanValue() == !row.get("since").isNull());
    }

    @Test
    void aTargetThatCannotBeIsRefusedByName() {
        refused("targetPerSecond", "?targetPerSecond=0");
        refused("targetPerSecond", "?targetPerSecond=fast");
        refused("targetPerSecond", "?targetPerSecond=-1");
        refused("emptyBy", "?emptyBy=2020-01-01T00:00:00Z");
        refused("emptyBy", "?targetPerSecond=5&emptyBy=" + Instant.now().plusSeconds(60));
        refused("jobType", "?jobType=no%20type");
    }

    private static NewJob parallel(String type) {
        return job(type).with("concurrentExecutionPolicy", "parallel");
    }

    private void refused(String field, String query) {
        var problem = milvaion.rest().get("api/v1/admin/capacity" + query).expect(400).json();
        assertThat(problem.get("violations"))
                .extracting(violation -> violation.get("field").textValue())
                .containsExactly(field);
    }

    private JsonNode cluster() {
        return milvaion.rest().get("api/v1/admin/cluster").expect(200).json();
    }

    private JsonNode leader() {
        return list(cluster().get("nodes")).stream()
                .filter(node -> node.get("leader").booleanValue())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode queue(String name) {
        var queues = milvaion.rest().get("api/v1/admin/queues").expect(200).json();
        assertThat(queues.get("brokerAnswers").booleanValue()).isTrue();
        return list(queues.get("queues")).stream()
                .filter(queue -> queue.get("name").textValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + queues));
    }

    private JsonNode capacity(String query) {
        return milvaion.rest().get("api/v1/admin/capacity" + query).expect(200).json().get("types");
    }

    private List<JsonNode> limits() {
        return list(milvaion.rest().get("api/v1/admin/limits").expect(200).json().get("limits"));
    }

    private JsonNode limit(String resource) {
        return limits().stream()
                .filter(limit -> limit.get("resource").textValue().equals(resource))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
