package io.milvaion.scheduler.run.tracking;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.job.catalog.AutoDisable;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceEvents;
import io.milvaion.scheduler.state.occurrence.OccurrenceSnapshot;
import io.milvaion.scheduler.state.publish.OutgoingRuns;
import io.milvaion.scheduler.state.publish.RunPublisher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What is done after a commit. Nothing here may be missed for good: what fails is found by the
 * leader, which looks at {@code ready} when its entries fall due and at {@code open} in its sweep.
 */
final class FollowUp {

    private static final System.Logger LOG = System.getLogger(FollowUp.class.getName());

    private final Database database;
    private final CancelSignals signals;
    private final RunIndex index;
    private final RunPublisher publisher;
    private final LiveEvents events;
    private final Metrics metrics;
    private final AutoDisable autoDisable;

    FollowUp(
            Database database,
            CancelSignals signals,
            RunIndex index,
            RunPublisher publisher,
            LiveEvents events,
            Metrics metrics,
            AutoDisable autoDisable) {
        this.database = database;
        this.signals = signals;
        this.index = index;
        this.publisher = publisher;
        this.events = events;
        this.metrics = metrics;
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
        try {
            signals.stopEnded(recorded.stopped());
            publish(recorded.released());
            index.lookAt(recorded.retries());
            index.closed(recorded.ended());
        } catch (JedisException | DatabaseUnavailable e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "the leader finds later what this node could not tell",
                    e);
        }
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
                report.durationMs(),
                change.standing().progress());
    }

    private void measure(RunChange change) {
        var report = change.last().report();
        metrics.reports(report.state(), 1);
        if (change.fails()) {
            metrics.failed(change.cause().code(), 1);
        }
        if (report.durationMs() != null) {
            metrics.runDuration(change.run().jobType(), Duration.ofMillis(report.durationMs()));
        }
        if (change.starts() && report.attempt() == 1 && report.startedAt() != null) {
            metrics.startLateness(Duration.between(change.run().plannedAt(), report.startedAt()));
        }
    }

    private void publish(List<UUID> released) {
        if (!released.isEmpty()) {
            publisher.publishAndForget(database.autocommit(c -> OutgoingRuns.read(c, released, 1)));
        }
    }
}
