package io.milvaion.scheduler.run.tracking;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.job.catalog.AutoDisable;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.flow.Flows;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceEvents;
import io.milvaion.scheduler.state.occurrence.OccurrenceSnapshot;
import io.milvaion.scheduler.state.publish.RunPublisher;
import java.time.Duration;
import java.time.Instant;

/**
 * What is done after a commit. Nothing here may be missed for good: what gets no answer is said
 * again ({@link RunIndex}), and what dies with this node is found by the leader, which looks at
 * {@code ready} when its entries fall due and at {@code open} in its sweep.
 */
final class FollowUp {

    private final CancelSignals signals;
    private final RunIndex index;
    private final RunPublisher publisher;
    private final LiveEvents events;
    private final Metrics metrics;
    private final Flows flows;
    private final AutoDisable autoDisable;

    FollowUp(
            CancelSignals signals,
            RunIndex index,
            RunPublisher publisher,
            LiveEvents events,
            Metrics metrics,
            Flows flows,
            AutoDisable autoDisable) {
        this.signals = signals;
        this.index = index;
        this.publisher = publisher;
        this.events = events;
        this.metrics = metrics;
        this.flows = flows;
        this.autoDisable = autoDisable;
    }

    void after(Recorded recorded) {
        metrics.lateReports(recorded.late());
        for (var change : recorded.changes()) {
            var snapshot = snapshot(change, recorded.endedAt().get(change.id()));
            events.publish(
                    change.onlyProgress()
                            ? OccurrenceEvents.progress(snapshot)
                            : OccurrenceEvents.entered(snapshot));
            measure(change);
        }
        signals.stopEnded(recorded.stopped());
        publisher.publishAndForget(recorded.released());
        index.lookAt(recorded.retries());
        index.closed(recorded.ended());
        autoDisable.settle(recorded.tripped());
    }

    private static OccurrenceSnapshot snapshot(RunChange change, Instant endedAt) {
        var report = change.last().report();
        return new OccurrenceSnapshot(
                change.id(),
                change.run().jobId(),
                change.run().jobName(),
                change.standing().state(),
                change.standing().attempt(),
                change.run().plannedAt(),
                report.startedAt(),
                endedAt,
                change.durationMs(),
                change.standing().progress(),
                null);
    }

    private void measure(RunChange change) {
        var report = change.last().report();
        metrics.reports(report.state(), 1);
        if (change.fails()) {
            metrics.failed(change.cause().code(), 1);
        }
        if (change.durationMs() != null) {
            metrics.runDuration(change.run().jobType(), Duration.ofMillis(change.durationMs()));
            flows.ended(change.run().queue(), change.durationMs());
        }
        if (change.starts() && report.startedAt() != null) {
            flows.started(change.run().queue());
        }
        if (change.starts() && report.attempt() == 1 && report.startedAt() != null) {
            metrics.startLateness(Duration.between(change.run().plannedAt(), report.startedAt()));
        }
    }
}
