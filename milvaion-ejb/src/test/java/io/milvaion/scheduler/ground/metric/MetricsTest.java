package io.milvaion.scheduler.ground.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = new Metrics();

    @Test
    void latenessFallsIntoTheBucketOfItsSeconds() {
        metrics.dispatchLateness(Duration.ofMillis(4));
        metrics.dispatchLateness(Duration.ofMillis(-3));

        var data = (HistogramSnapshot) snapshot("milvaion_dispatch_lateness_seconds");
        var point = data.getDataPoints().get(0);
        assertThat(point.getSum()).isEqualTo(0.004);
        var buckets = point.getClassicBuckets();
        assertThat(buckets.getUpperBound(0)).isEqualTo(0.001);
        assertThat(buckets.getCount(0)).as("negative counts as zero").isEqualTo(1);
        assertThat(buckets.getUpperBound(2)).isEqualTo(0.005);
        assertThat(buckets.getCount(2)).isEqualTo(1);
    }

    @Test
    void jobTypesBeyondTheLimitShareOneSeries() {
        for (int i = 0; i < 300; i++) {
            metrics.runDuration("type" + i, Duration.ofSeconds(1));
        }

        var data = (HistogramSnapshot) snapshot("milvaion_run_duration_seconds");
        assertThat(data.getDataPoints()).hasSize(201);
        assertThat(data.getDataPoints())
                .filteredOn(p -> "(other)".equals(p.getLabels().get("job_type")))
                .singleElement()
                .satisfies(p -> assertThat(p.getCount()).isEqualTo(100));
    }

    @Test
    void whoLeadsNoLongerForgetsTheQueues() {
        metrics.leading(7);
        metrics.queueReady("jobs.a.wildcard", 12);
        metrics.following();

        assertThat(snapshot("milvaion_queue_ready_messages").getDataPoints()).isEmpty();
        assertThat(((GaugeSnapshot) snapshot("milvaion_leader")).getDataPoints().get(0).getValue())
                .isZero();
    }

    @Test
    void skippedRunsAreCountedByReason() {
        metrics.skipped("overlap", 2);
        metrics.skipped("misfire", 1);
        metrics.skipped("overlap", 3);

        assertThat(((CounterSnapshot) snapshot("milvaion_skipped_runs")).getDataPoints())
                .extracting(p -> p.getLabels().get("reason") + " " + p.getValue())
                .containsExactlyInAnyOrder("overlap 5.0", "misfire 1.0");
    }

    private MetricSnapshot snapshot(String name) {
        return metrics.registry().scrape().stream()
                .filter(s -> s.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
