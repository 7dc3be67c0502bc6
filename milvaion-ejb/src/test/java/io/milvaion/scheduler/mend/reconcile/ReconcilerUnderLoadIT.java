package io.milvaion.scheduler.mend.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.dispatch.GateLoad;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.day.OccurrenceDays;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReconcilerUnderLoadIT {

    @Test
    void nothingIsFoundInABusySystem() throws Exception {
        try (var scene = new TrackingScene(Services.ownDatabase())) {
            scene.database.transaction(
                    connection -> {
                        OccurrenceDays.create(connection, LocalDate.now(ZoneOffset.UTC));
                        return null;
                    });
            var load = new GateLoad(scene);
            load.job(OverlapPolicy.SKIP, null);
            load.job(OverlapPolicy.QUEUE, null);
            load.job(OverlapPolicy.PARALLEL, 3);
            load.job(OverlapPolicy.PARALLEL, null);
            var reconciler = reconciler(scene);
            var fence =
                    new TermFence(
                            new Term(Long.parseLong(scene.one("select term from leader_terms"))));
            var looks = new AtomicInteger();

            load.run(
                    true,
                    () -> {
                        reconciler.lookAtRows(fence, true);
                        reconciler.lookAtIndex(fence);
                        return looks.incrementAndGet() == 15;
                    });

            assertThat(looks.get()).isPositive();
            assertThat(scene.list("select kind || ': ' || found || ', ' || done from repairs"))
                    .isEmpty();
        }
    }

    static Reconciler reconciler(TrackingScene scene) {
        var signals = new CancelSignals(scene.redis);
        return new Reconciler(
                new Pass.Context(
                        scene.database,
                        scene.index,
                        new RedisClock(),
                        scene.published,
                        scene.liveEvents(),
                        new Metrics()),
                new IndexAudit(scene.redis),
                new Cancellation(
                        scene.database,
                        signals,
                        scene.index,
                        scene.published,
                        new Occurrences(scene.database),
                        scene.liveEvents(),
                        new Metrics()),
                signals,
                Duration.ofMinutes(73));
    }
}
