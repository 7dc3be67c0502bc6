package io.milvaion.scheduler.mend.recovery;

import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.publish.QueueDepths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Once a second, on a thread of its own: every node looks at the queues, the leader goes on with
 * its sweep.
 */
@ApplicationScoped
class RecoveryLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Inject Leadership leadership;
    @Inject Steadiness steadiness;
    @Inject Sweep sweep;
    @Inject QueueDepths depths;
    @Inject Metrics metrics;

    @Override
    public Turn turn() {
        return Turn.PORTIONS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(new Loop("sweep", PERIOD, this::step).start(threads));
    }

    private Duration step() throws Exception {
        steadiness.probe();
        return leadership.lead(this::lead, PERIOD);
    }

    private Duration lead(Term term) throws IOException, BrokerUnavailable {
        depths.each(metrics::queueReady);
        sweep.step(term);
        return PERIOD;
    }
}
