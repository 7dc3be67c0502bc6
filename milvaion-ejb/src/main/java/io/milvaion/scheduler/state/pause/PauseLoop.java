package io.milvaion.scheduler.state.pause;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Ends pauses whose time is over; whichever node comes first. */
@ApplicationScoped
class PauseLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    @Inject Pauses pauses;

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("ends of pauses", PERIOD, pauses::endOver).start(threads));
    }
}
