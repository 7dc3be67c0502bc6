package io.milvaion.scheduler.mend.recovery;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Says in health and metrics which queues of this node's consumers were deleted. {@link #any}
 * belongs to one thread.
 */
@ApplicationScoped
public class LostQueues {

    private static final String COMPONENT = "queues";
    private static final Duration SHOWN = Duration.ofMinutes(5);

    private BrokerLink link;
    private SystemHealth health;
    private RecoveryMetrics metrics;
    private long shownNanos; // since when the last loss is shown, if one is
    private boolean shown;

    protected LostQueues() {} // for the container's proxy

    @Inject
    public LostQueues(Broker broker, SystemHealth health, RecoveryMetrics metrics) {
        this(broker.consuming(), health, metrics);
    }

    LostQueues(BrokerLink link, SystemHealth health, RecoveryMetrics metrics) {
        this.link = link;
        this.health = health;
        this.metrics = metrics;
    }

    /** Whether a queue was found deleted since the last call. */
    boolean any() {
        var lost = link.losses().take();
        if (!lost.isEmpty()) {
            lost.forEach(metrics::queueLost);
            health.report(
                    COMPONENT,
                    Status.DEGRADED,
                    String.join(", ", lost)
                            + " was deleted and is declared anew; what waited there is lost");
            shown = true;
            shownNanos = System.nanoTime();
        } else if (!shown || System.nanoTime() - shownNanos > SHOWN.toNanos()) {
            shown = false;
            health.report(COMPONENT, Status.UP, "");
        }
        return !lost.isEmpty();
    }
}
