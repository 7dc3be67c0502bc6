package io.milvaion.scheduler.state.stop;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Has this node obey twice a second, on a thread of its own. */
@ApplicationScoped
class StopLoop implements Activity {

    private static final System.Logger LOG = System.getLogger(StopLoop.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(500);

    @Inject EmergencyStop stop;

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        obeyFromTheStart();
        return List.of(Loop.every("emergency stop", PERIOD, stop::refresh).start(threads));
    }

    private void obeyFromTheStart() {
        try {
            stop.refresh();
        } catch (DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "an emergency stop is looked for later", e);
        }
    }
}
