package io.milvaion.scheduler.run.worker;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.run.leader.Leadership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Has the leader keep Redis true to what PostgreSQL says about drained workers. */
@ApplicationScoped
class WorkerDrainLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    @Inject Leadership leadership;
    @Inject WorkerDrains drains;

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("drains of workers", PERIOD, this::mirror).start(threads));
    }

    private void mirror() {
        leadership.term().ifPresent(term -> drains.mirror());
    }
}
