package io.milvaion.scheduler.ground.health;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Asks PostgreSQL, Redis and the broker every second how they are, each on a thread of its own: one
 * that does not answer holds up nothing, and its last report grows old.
 */
@ApplicationScoped
class DependencyLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Inject Dependencies dependencies;

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return dependencies.all().stream()
                .map(each -> Loop.every(each.name() + " probe", Duration.ZERO, PERIOD, each::ask))
                .map(loop -> loop.start(threads))
                .toList();
    }
}
