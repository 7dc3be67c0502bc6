package io.milvaion.scheduler.mend.recovery;

import io.milvaion.scheduler.ground.metric.Metrics;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts what was lost. Safe to share. */
@ApplicationScoped
public class RecoveryMetrics {

    private Counter queues;
    private Counter reports;

    protected RecoveryMetrics() {} // for the container's proxy

    @Inject
    public RecoveryMetrics(Metrics metrics) {
        queues =
                Counter.builder()
                        .name("milvaion_queues_lost_total")
                        .help("Queues that this node consumed and found deleted, by queue.")
                        .labelNames("queue")
                        .register(metrics.registry());
        reports =
                Counter.builder()
                        .name("milvaion_reports_lost_total")
                        .help("Ends of attempts that were taken from their claims.")
                        .register(metrics.registry());
    }

    /**
     * @param queue one that schedulers consume
     */
    void queueLost(String queue) {
        queues.labelValues(queue).inc();
    }

    void reportsLost(int count) {
        reports.inc(count);
    }
}
