package io.milvaion.launcher;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node with the rules of time zones of its Java and its system, another with those of 2026f
 * beside the tests. Vancouver has been seven hours behind UTC since then, all the year round, and
 * Casablanca has had UTC.
 */
class ZoneRulesIT {

    private static final Map<String, ZoneOffset> RIGHT =
            Map.of(
                    "America/Vancouver",
                    ZoneOffset.ofHours(-7),
                    "Africa/Casablanca",
                    ZoneOffset.UTC);
    private static final String NINE_IN_WINTER = "0 0 9 15 1 *";

    @TempDir Path directory;
    private final ApiKey key = ApiKey.random();
    private EmbeddedServices services;
    private PayaraMicro payara;
    private Node older;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        services =
                EmbeddedServices.start(
                        directory.resolve("services"), ServiceUrls.none(), step -> {});
        Path jar = Path.of(System.getProperty("milvaion.launcher.payara"));
        payara = PayaraMicro.unpack(jar, directory.resolve("payara"));
        older = start("older", Map.of());
        older.awaitReady(Duration.ofMinutes(3));
        api = new Api(older.uri(), key);
    }

    @AfterEach
    void stop() throws Exception {
        older.kill();
        services.close();
    }

    @Test
    void jobsRunAtTheRightInstantWhoeverLeads() throws Exception {
        var rules = api.get("api/v1/admin/zone-rules").json().required("version").textValue();
        assumeTrue(rules.compareTo("2026f") < 0, "this machine has newer rules of its own");
        soon().until(() -> leader().startsWith("older-"));
        UUID nine = createJob(NINE_IN_WINTER, "America/Vancouver");
        String zone = zoneThatDiffersNow();
        Instant right = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
        UUID soon = createJob(at(right, zone), zone);
        assertThat(nextRun(nine)).as("by the rules of " + rules).contains("-01-15T17:00:00");
        assertThat(nextRun(soon)).isGreaterThan(right.plusSeconds(3_000).toString());

        var newer =
                start(
                        "newer",
                        Map.of(
                                "MILVAION_TIME_ZONEINFO",
                                System.getProperty("milvaion.launcher.zoneinfo")));
        try {
            newer.awaitReady(Duration.ofMinutes(3));
            soon().until(() -> leader().startsWith("newer-"));
            assertThat(health("fitness to lead"))
                    .contains("does not lead", "newer time zone rules, 2026f");
            soon().until(() -> nextRun(nine).contains("-01-15T16:00:00"));
            assertThat(api.get("api/v1/jobs/" + nine + "/versions").json().required("items"))
                    .first()
                    .satisfies(
                            version ->
                                    assertThat(version.required("detail").textValue())
                                            .startsWith("next run moved from ")
                                            .contains("T17:00:00Z to ", "T16:00:00Z because")
                                            .endsWith(
                                                    "the rules of America/Vancouver changed in"
                                                            + " 2026f"));
            soon().until(() -> plannedRuns(soon), List.of(right)::equals);
            refusesZonesOfOneNodeOnly(newer);
        } finally {
            newer.stop();
        }

        soon().until(() -> leader().startsWith("older-"));
        assertThat(nextRun(nine)).contains("-01-15T16:00:00");
        assertThat(nextRun(createJob(NINE_IN_WINTER, "America/Vancouver")))
                .as("of a job saved by the older one")
                .contains("-01-15T16:00:00");
        Instant later = Instant.now().plusSeconds(10).truncatedTo(ChronoUnit.SECONDS);
        UUID again = createJob(at(later, zone), zone);
        soon().until(() -> plannedRuns(again), List.of(later)::equals);
        assertThat(plannedRuns(soon)).containsExactly(right);
    }

    private void refusesZonesOfOneNodeOnly(Node newer) throws Exception {
        var coyhaique =
                aJob("noop")
                        .named("far south")
                        .every("0 0 9 * * *")
                        .with("timeZone", "America/Coyhaique");
        boolean known = api.get(preview("America/Coyhaique")).status() == 200;
        var answer =
                new Api(newer.uri(), key).send("POST", "api/v1/jobs", coyhaique.build().toString());

        assertThat(answer.status()).isEqualTo(known ? 201 : 400);
        if (!known) {
            assertThat(answer.body()).contains("timeZone", "older-", "do not know it");
        }
    }

    private static String preview(String zone) {
        return "api/v1/cron/preview?expression=@daily&zone=" + zone;
    }

    private static String zoneThatDiffersNow() {
        var now = Instant.now();
        return RIGHT.keySet().stream()
                .sorted()
                .filter(zone -> !ZoneId.of(zone).getRules().getOffset(now).equals(RIGHT.get(zone)))
                .findFirst()
                .orElseThrow();
    }

    /** Each day when it is this time there, by the right rules. */
    private static String at(Instant instant, String zone) {
        return DateTimeFormatter.ofPattern("s m H * * *").format(instant.atOffset(RIGHT.get(zone)));
    }

    private UUID createJob(String cron, String zone) throws Exception {
        return api.createJob(
                aJob("noop").named(cron + " in " + zone).every(cron).with("timeZone", zone));
    }

    private String nextRun(UUID job) throws Exception {
        return api.get("api/v1/jobs/" + job).json().required("nextRunAt").textValue();
    }

    private List<Instant> plannedRuns(UUID job) throws Exception {
        return api
                .get("api/v1/occurrences?jobId=" + job)
                .json()
                .required("items")
                .findValuesAsText("plannedAt")
                .stream()
                .map(Instant::parse)
                .toList();
    }

    private String leader() throws Exception {
        JsonNode node = api.get("api/v1/admin/cluster").json().path("leader").path("node");
        return node.asText();
    }

    private String health(String component) throws Exception {
        JsonNode checks = api.get("health/ready").json().required("checks");
        return checks.required(0).required("data").path(component).asText();
    }

    private Node start(String name, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(services.urls().toEnvironment());
        environment.putAll(key.toEnvironment());
        environment.putAll(settings);
        return Node.start(
                payara,
                new NodePlan(
                        name,
                        directory.resolve(name),
                        Path.of(System.getProperty("milvaion.launcher.war")),
                        new Ports(28_380).take(),
                        List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        environment));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
