package io.milvaion.scheduler.state.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.ClaimField;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling runs whose earlier attempts have left their claims. */
class CancellationIT {

    private final TrackingScene scene = new TrackingScene();
    private final CancelSignals signals = new CancelSignals(scene.redis);
    private final Cancellation cancellation =
            new Cancellation(
                    scene.database,
                    signals,
                    scene.index,
                    scene.published,
                    new Occurrences(scene.database),
                    scene.liveEvents(),
                    new Metrics());

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(OverlapPolicy.class)
    void aRunThatWaitsForItsRetryIsCancelledAtOnceAndItsGateOpens(OverlapPolicy policy) {
        var job = scene.job(policy, 3, "retry");
        var run = scene.run(job, Stage.READY);
        scene.claim(run, 1, ClaimField.DONE, 20);
        scene.failed(run, 1, "E", "x", false);
        assertThat(scene.state(run)).isEqualTo("0/2#2");

        assertThat(cancellation.cancel(run)).isTrue();

        assertThat(scene.state(run)).isEqualTo("4#2");
        assertThat(open(job)).isEqualTo("0");
        assertThat(signals.isSet(run)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {ClaimField.DONE, ClaimField.RUNNING})
    void aRetryInTheQueueIsCancelledAtOnce(String left) {
        var run = scene.run(scene.job(OverlapPolicy.QUEUE, 3, "retry"), Stage.READY);
        scene.execute("update occurrences set attempt = 3 where id = ?", run);
        scene.claim(run, 2, left, 20);

        assertThat(cancellation.cancel(run)).isTrue();
        assertThat(scene.state(run)).isEqualTo("4#3");
    }

    @ParameterizedTest
    @ValueSource(strings = {ClaimField.DONE, ClaimField.RUNNING})
    void theReportOfThePresentAttemptDecides(String has) {
        var job = scene.job(OverlapPolicy.SKIP, 3, "retry");
        var run = scene.run(job, Stage.READY);
        scene.execute("update occurrences set attempt = 2 where id = ?", run);
        scene.claim(run, 2, has, 20);

        assertThat(cancellation.cancel(run)).isFalse();

        assertThat(scene.state(run)).isEqualTo("0/0#2");
        assertThat(open(job)).isEqualTo("1");
        assertThat(signals.isSet(run)).isTrue();
    }

    @Test
    void aRunThatWaitsForAJobThatIsGoneIsCancelledAtOnce() {
        var job = scene.job(OverlapPolicy.SKIP, 3, "retry");
        var run = scene.run(job, Stage.READY);
        scene.claim(run, 1, ClaimField.RUNNING, 20);
        scene.abandoned(run);
        assertThat(cancellation.cancel(run)).as("its worker holds it").isFalse();
        scene.claim(run, 1, ClaimField.RUNNING, -1);

        assertThat(cancellation.cancel(run)).isTrue();

        assertThat(scene.state(run)).isEqualTo("4#1");
        assertThat(open(job)).isEqualTo("0");
    }

    @Test
    void aHeldRunIsCancelledAtOnceAndTheOpenOneGoesOn() {
        var job = scene.job(OverlapPolicy.QUEUE, 3, "retry");
        var open = scene.run(job, Stage.READY);
        scene.claim(open, 1, ClaimField.RUNNING, 20);
        var held = scene.run(job, Stage.HELD);

        assertThat(cancellation.cancel(held)).isTrue();

        assertThat(scene.state(held)).isEqualTo("4#1");
        assertThat(scene.state(open)).isEqualTo("0/0#1");
        assertThat(open(job)).isEqualTo("1");
    }

    private String open(UUID job) {
        return scene.one("select open_count from job_schedule where job_id = ?", job);
    }
}
