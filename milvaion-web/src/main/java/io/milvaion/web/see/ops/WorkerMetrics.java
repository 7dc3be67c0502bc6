package io.milvaion.web.see.ops;

import io.milvaion.worker.runtime.WorkerStatistics;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Shows the counters of the worker in this node at each scrape. */
final class WorkerMetrics {

    private final PrometheusRegistry registry;

    private WorkerMetrics(PrometheusRegistry registry) {
        this.registry = registry;
    }

    static void register(WorkerStatistics worker, PrometheusRegistry registry) {
        var metrics = new WorkerMetrics(registry);
        metrics.gauge("running_attempts", "Attempts that run now.", worker::running);
        metrics.gauge("slots", "Attempts that may run at once.", worker::slots);
        metrics.gauge(
                "waiting_attempts", "Claimed attempts that wait for a slot.", worker::waitingRuns);
        metrics.gauge(
                "unconfirmed_reports",
                "Reports that the broker has not confirmed yet.",
                worker::waitingReports);
        metrics.gauge(
                "stored_reports",
                "Reports in the local store, which wait for the broker.",
                worker::storedReports);
        metrics.gauge(
                "refusing",
                "1 while the worker takes no work although it should.",
                () -> worker.refusing() == null ? 0 : 1);
        metrics.gauge(
                "abandoned_slots",
                "Slots held by attempts that were told to stop and reported as ended.",
                worker::abandoned);
        metrics.counter(
                "abandoned_attempts_total",
                "Attempts that did not stop when told and were reported as abandoned.",
                worker::abandonedEver);
        metrics.counter("claimed_attempts_total", "Attempts claimed.", worker::claimed);
        metrics.counter(
                "returned_deliveries_total",
                "Deliveries given back because no slot was free or the worker stopped.",
                worker::returned);
        metrics.counter(
                "poison_messages_total", "Messages sent to the dead letters.", worker::poison);
        metrics.counter(
                "lost_claims_total", "Claims that another process has taken.", worker::claimsLost);
        metrics.counter(
                "doubtful_messages_total",
                "Messages about which the scheduler was asked whether they are to be run.",
                worker::doubts);
        metrics.counter("reports_total", "Reports that the broker has confirmed.", worker::reports);
        metrics.counter(
                "status_messages_total",
                "Messages in which those reports were sent.",
                worker::statusMessages);
        metrics.ended(worker);
    }

    private void gauge(String name, String help, IntSupplier value) {
        GaugeWithCallback.builder()
                .name("milvaion_worker_" + name)
                .help(help)
                .callback(callback -> callback.call(value.getAsInt()))
                .register(registry);
    }

    private void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder()
                .name("milvaion_worker_" + name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    private void ended(WorkerStatistics worker) {
        CounterWithCallback.builder()
                .name("milvaion_worker_ended_attempts_total")
                .help("Attempts that have ended, by state.")
                .labelNames("state")
                .callback(
                        callback -> {
                            callback.call((double) worker.completed(), "completed");
                            callback.call((double) worker.failed(), "failed");
                            callback.call((double) worker.cancelled(), "cancelled");
                            callback.call((double) worker.timedOut(), "timed_out");
                        })
                .register(registry);
    }
}
