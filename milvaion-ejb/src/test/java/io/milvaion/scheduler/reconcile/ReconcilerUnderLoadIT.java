package io.milvaion.scheduler.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.clock.RedisClock;
import io.milvaion.scheduler.dispatch.GateLoad;
import io.milvaion.scheduler.gate.OverlapPolicy;
import io.milvaion.scheduler.index.IndexAudit;
import io.milvaion.scheduler.leader.Term;
import io.milvaion.scheduler.leader.TermFence;
import io.milvaion.scheduler.occurrence.CancelSignals;
import io.milvaion.scheduler.occurrence.Cancellation;
import io.milvaion.scheduler.occurrence.OccurrenceDays;
import io.milvaion.scheduler.occurrence.Occurrences;
import io.milvaion.scheduler.ops.Metrics;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.tracking.TrackingScene;
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
                new Pass.Means(
                        scene.database,
                        scene.index,
                        new RedisClock(),
                        scene.published,
                        scene.liveEvents(),
                        new Metrics(scene.index)),
                new IndexAudit(scene.redis),
                new Cancellation(
                        scene.database,
                        signals,
                        scene.index,
                        scene.published,
                        new Occurrences(),
                        scene.liveEvents(),
                        new Metrics(scene.index)),
                signals,
                Duration.ofMinutes(73));
    }
}
