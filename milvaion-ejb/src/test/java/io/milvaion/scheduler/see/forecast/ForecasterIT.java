package io.milvaion.scheduler.see.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads jobs as they are stored. */
class ForecasterIT {

    private TrackingScene scene;
    private Forecaster forecaster;

    @BeforeEach
    void open() {
        scene = new TrackingScene(Services.ownDatabase());
        forecaster = new Forecaster(scene.database);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void jobsAreForetoldFromTheirNextRunOnWithinReach() {
        hourly("a");
        var own = hourly("b");
        scene.execute("update jobs set tags = '{ours}' where id = ?", own);
        scene.execute("update jobs set deleted_at = now() where id = ?", hourly("deleted"));

        assertThat(forecast(Reach.EVERYTHING).jobs()).isEqualTo(2);
        assertThat(forecast(Reach.EVERYTHING).runs()).isEqualTo(46);
        var limited = forecast(Reach.of(new Limit(Set.of("ours"), null)));
        assertThat(limited.runs()).isEqualTo(23);
        assertThat(limited.nextRuns()).extracting(ForecastRun::jobName).containsOnly("b");
        assertThat(forecast(Reach.NOTHING).jobs()).isZero();
    }

    @Test
    void jobsWithoutANextRunSayWhy() {
        without("never comes again", "null");
        without("inactive", "active = false");
        var disabled = without("disabled", "active = false");
        scene.execute("insert into job_failures (job_id, disabled_at) values (?, now())", disabled);
        without("by hand", "cron_expression = null");
        without("passed", "cron_expression = null, execute_at = now()");
        var ran = without("ran", "cron_expression = null, execute_at = now()");
        scene.execute("update job_schedule set last_planned_at = now() where job_id = ?", ran);

        var forecast = forecast(Reach.EVERYTHING);

        assertThat(forecast.withoutNextRun())
                .extracting(UnplannedJob::jobName, UnplannedJob::reason)
                .containsExactly(
                        tuple("never comes again", Unplanned.OVER),
                        tuple("passed", Unplanned.PASSED),
                        tuple("disabled", Unplanned.DISABLED),
                        tuple("inactive", Unplanned.INACTIVE),
                        tuple("ran", Unplanned.HAS_RUN),
                        tuple("by hand", Unplanned.NOT_SCHEDULED));
        assertThat(forecast.withoutNextRunTotals())
                .extracting(UnplannedTotal::jobs)
                .containsOnly(1L);
        assertThat(forecast(Reach.of(new Limit(Set.of("ours"), null))).withoutNextRun()).isEmpty();
    }

    private PlanForecast forecast(Reach reach) {
        var from = Instant.now().truncatedTo(ChronoUnit.HOURS);
        return forecaster.look(
                new ForecastWindow(from, from.plus(Duration.ofHours(24)), ForecastStep.HOUR),
                reach,
                Census.MOST_STEPS);
    }

    private UUID hourly(String name) {
        var job = scene.job(0, "retry");
        scene.execute(
                "update jobs set display_name = ?, cron_expression = '@hourly' where id = ?",
                name,
                job);
        scene.execute(
                """
                update job_schedule set next_run_at = date_trunc('hour', now()) + interval '1 hour'
                 where job_id = ?""",
                job);
        return job;
    }

    private UUID without(String name, String changes) {
        var job = hourly(name);
        if (!changes.equals("null")) {
            scene.execute("update jobs set " + changes + " where id = ?", job);
        }
        scene.execute("update job_schedule set next_run_at = null where job_id = ?", job);
        return job;
    }
}
