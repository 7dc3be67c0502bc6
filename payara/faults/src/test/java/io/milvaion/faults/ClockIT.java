package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.faults.cluster.Member;
import io.milvaion.faults.host.FakeClock;
import io.milvaion.faults.host.Tool;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Clocks that jump, and clocks that are changed twice a year. */
class ClockIT {

    @Fault(number = 28, name = "clock of one process jumps", needs = Tool.FAKETIME)
    void noRunIsEarlyAndTheSkewIsSaid(Cluster cluster, Experiment experiment) throws Exception {
        var clocks = new HashMap<Member, FakeClock>();
        try {
            for (var member : cluster.members()) {
                var clock = new FakeClock(member.uid());
                clocks.put(member, clock);
                member.restart(clock.environment());
            }
            experiment.underLoad(
                    () -> {
                        for (var jump : List.of("+1h", "-30m")) {
                            var leader = experiment.leader();
                            clocks.get(leader).jump(jump);
                            await().atMost(Duration.ofSeconds(20))
                                    .ignoreExceptions()
                                    .until(() -> saysSkew(leader));
                            TimeUnit.SECONDS.sleep(15);
                            clocks.get(leader).jump("+0");
                            TimeUnit.SECONDS.sleep(10);
                        }
                        for (var jump : List.of("+1h", "-30m", "+0")) {
                            clocks.get(cluster.workers().get(0)).jump(jump);
                            TimeUnit.SECONDS.sleep(15);
                        }
                    });

            assertThat(
                            experiment
                                    .judge()
                                    .number(
                                            "select count(*) from faults.lateness where seconds < 0"))
                    .as("runs before their planned time")
                    .isZero();
        } finally {
            for (var member : cluster.members()) {
                member.restart(Map.of());
            }
            for (var clock : clocks.values()) {
                clock.close();
            }
        }
    }

    @Fault(number = 29, name = "changes of clocks and odd zones")
    void theRunsOfTheYearAreThoseOfTheTable(Cluster cluster, Experiment experiment)
            throws Exception {
        preview(
                cluster,
                "30 2 * * *",
                "Europe/Berlin",
                "2026-03-28T00:00:00Z",
                "2026-03-28T01:30:00Z",
                "2026-03-29T01:00:00Z", // 02:30 does not exist: the first instant after the gap
                "2026-03-30T00:30:00Z");
        preview(
                cluster,
                "30 2 * * *",
                "Europe/Berlin",
                "2026-10-24T12:00:00Z",
                "2026-10-25T00:30:00Z", // 02:30 comes twice: the first one
                "2026-10-26T01:30:00Z");
        preview(
                cluster,
                "*/15 * * * *",
                "Europe/Berlin",
                "2026-10-25T00:45:00Z",
                "2026-10-25T00:45:00Z", // an interval keeps its rhythm
                "2026-10-25T01:00:00Z",
                "2026-10-25T01:15:00Z",
                "2026-10-25T01:30:00Z",
                "2026-10-25T01:45:00Z",
                "2026-10-25T02:00:00Z");
        preview(
                cluster,
                "15 2 * * *",
                "Australia/Lord_Howe",
                "2026-10-02T18:00:00Z",
                "2026-10-03T15:30:00Z", // a gap of 30 minutes: 02:15 does not exist
                "2026-10-04T15:15:00Z");
        preview(
                cluster,
                "0 0 29 2 *",
                "UTC",
                "2026-01-01T00:00:00Z",
                "2028-02-29T00:00:00Z",
                "2032-02-29T00:00:00Z");
        preview(
                cluster,
                "0 0 31 * *",
                "UTC",
                "2026-03-31T12:00:00Z",
                "2026-05-31T00:00:00Z",
                "2026-07-31T00:00:00Z",
                "2026-08-31T00:00:00Z");
    }

    private static void preview(
            Cluster cluster, String cron, String zone, String from, String... runs)
            throws Exception {
        var answer =
                cluster.anyNode()
                        .api()
                        .get(
                                "api/v1/cron/preview?expression=%s&zone=%s&from=%s&count=%d"
                                        .formatted(
                                                URLEncoder.encode(cron, StandardCharsets.UTF_8),
                                                URLEncoder.encode(zone, StandardCharsets.UTF_8),
                                                from,
                                                runs.length));
        assertThat(
                        StreamSupport.stream(answer.json().required("runs").spliterator(), false)
                                .map(run -> run.textValue().replace(".000Z", "Z")))
                .as("%s in %s", cron, zone)
                .containsExactly(runs);
    }

    private static boolean saysSkew(Member node) throws IOException, InterruptedException {
        return node.health().body().contains("this node's clock is off");
    }
}
