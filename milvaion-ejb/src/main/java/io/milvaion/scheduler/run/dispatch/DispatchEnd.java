package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.lifecycle.ApplicationStops;
import io.milvaion.scheduler.run.leader.Leadership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Ends dispatching on this node when the first part of the application stops. */
@ApplicationScoped
public class DispatchEnd {

    @Inject Chores chores;
    @Inject DrainLoop drain;
    @Inject Leadership leadership;

    void on(@Observes ApplicationStops event) {
        end();
    }

    /** Quiet, finish the round in hand, hand over the lease: in this order. Harmless twice. */
    void end() {
        chores.stop();
        drain.stop();
        leadership.resign();
    }
}
