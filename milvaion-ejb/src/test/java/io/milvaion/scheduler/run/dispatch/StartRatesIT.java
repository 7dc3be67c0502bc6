package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StartRatesIT {

    private static final int PER_SECOND = 20;
    private static final String TYPE = "t" + UUID.randomUUID();

    /** The herd of one instant starts at the rate, all of it, and none of it counts as late. */
    @Test
    void aTypeStartsNoMoreRunsInASecond() throws InterruptedException {
        try (var scene = new DispatcherScene()) {
            scene.limitStarts(Map.of(TYPE, PER_SECOND));
            var jobs = new ArrayList<UUID>();
            for (int i = 0; i < 3 * PER_SECOND; i++) {
                jobs.add(onceDue(scene));
            }
            var begun = Instant.now();
            int atOnce = -1;
            while (started(scene) < jobs.size() && begun.plusSeconds(15).isAfter(Instant.now())) {
                scene.round();
                atOnce = atOnce < 0 ? started(scene) : atOnce;
                int allowed =
                        PER_SECOND
                                + 1
                                + (int)
                                        (Duration.between(begun, Instant.now()).toMillis()
                                                * PER_SECOND
                                                / 1000);
                assertThat(started(scene)).isLessThanOrEqualTo(allowed);
            }

            assertThat(atOnce).isEqualTo(PER_SECOND);
            assertThat(started(scene)).isEqualTo(jobs.size());
            assertThat(Duration.between(begun, Instant.now()))
                    .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(8));
            assertThat(
                            scene.tracking.one(
                                    "select count(*) from skipped_runs s join jobs j on j.id ="
                                            + " s.job_id where j.job_type = '"
                                            + TYPE
                                            + "'"))
                    .isEqualTo("0");
        }
    }

    private static UUID onceDue(DispatcherScene scene) {
        var job = scene.job(OverlapPolicy.PARALLEL, null, 1);
        scene.tracking.execute(
                """
                update jobs set cron_expression = null, job_type = ?,
                       execute_at = (select next_run_at from job_schedule where job_id = id)
                 where id = ?""",
                TYPE,
                job);
        return job;
    }

    private static int started(DispatcherScene scene) {
        return Integer.parseInt(
                scene.tracking.one(
                        "select count(*) from occurrences where job_type = '" + TYPE + "'"));
    }
}
