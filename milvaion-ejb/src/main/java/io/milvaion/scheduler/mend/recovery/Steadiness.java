package io.milvaion.scheduler.mend.recovery;

import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.scheduler.ground.health.Dependencies;
import io.milvaion.scheduler.state.publish.QueueDepths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;

/**
 * For how long Redis, PostgreSQL and the broker have answered this node without interruption, flush
 * or fail-over, and no queue was deleted. The start of the node counts as an interruption. Every
 * node keeps watch, so that a new leader knows at once. {@link #probe} belongs to one thread; the
 * rest is safe to share.
 */
@ApplicationScoped
public class Steadiness {

    private static final System.Logger LOG = System.getLogger(Steadiness.class.getName());

    private Dependencies dependencies;
    private QueueDepths depths;
    private LostQueues lost;
    private volatile long queuesInterrupted = System.nanoTime();

    protected Steadiness() {} // for the container's proxy

    @Inject
    public Steadiness(Dependencies dependencies, QueueDepths depths, LostQueues lost) {
        this.dependencies = dependencies;
        this.depths = depths;
        this.lost = lost;
    }

    /** Looks at the queues; called every second. */
    void probe() {
        try {
            depths.look();
        } catch (BrokerUnavailable | IOException | ShutdownSignalException e) {
            LOG.log(System.Logger.Level.DEBUG, "interrupted", e);
            queuesInterrupted = System.nanoTime();
        }
        if (lost.any()) {
            queuesInterrupted = System.nanoTime();
        }
    }

    /** Asks all of them before it tells: nothing may rest on a Redis that was flushed just now. */
    Duration askedNow() {
        dependencies.ask();
        return steadyFor();
    }

    public Duration steadyFor() {
        var queues = Duration.ofNanos(System.nanoTime() - queuesInterrupted);
        var servers = dependencies.steadyFor();
        return servers.compareTo(queues) < 0 ? servers : queues;
    }
}
