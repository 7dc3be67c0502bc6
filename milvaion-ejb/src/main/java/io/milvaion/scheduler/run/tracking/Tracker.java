package io.milvaion.scheduler.run.tracking;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.autodisable.AutoDisableSettings;
import io.milvaion.scheduler.job.autodisable.FailureCounter;
import io.milvaion.scheduler.job.catalog.AutoDisable;
import io.milvaion.scheduler.run.inbox.Halving;
import io.milvaion.scheduler.run.inbox.Portions;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.flow.Flows;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Records what became of runs, one transaction for a batch of reports. A report that comes twice or
 * late changes nothing that it should not. Safe to share.
 */
@ApplicationScoped
public class Tracker {

    /** Keeps a transaction from writing by throwing: its leader is no leader any more. */
    @FunctionalInterface
    public interface Fence {
        void check(Connection connection) throws SQLException;
    }

    private Database database;
    private Recorder recorder;
    private FollowUp followUp;
    private Metrics metrics;
    private int maxReports;

    protected Tracker() {} // for the container's proxy

    @Inject
    public Tracker(
            Database database,
            CancelSignals signals,
            RunIndex index,
            RunPublisher publisher,
            RedisClock clock,
            LiveEvents events,
            Metrics metrics,
            Flows flows,
            AutoDisable autoDisable) {
        this(
                database,
                new Recorder(
                        index,
                        clock,
                        RetrySettings.from(SettingsReader.ofApplication()),
                        new FailureCounter(
                                AutoDisableSettings.from(SettingsReader.ofApplication()))),
                new FollowUp(signals, index, publisher, events, metrics, flows, autoDisable),
                metrics,
                SettingsReader.ofApplication().value(KnownSettings.TRACKER_REPORT_BATCH_SIZE));
    }

    Tracker(
            Database database,
            Recorder recorder,
            FollowUp followUp,
            Metrics metrics,
            int maxReports) {
        this.database = database;
        this.recorder = recorder;
        this.followUp = followUp;
        this.metrics = metrics;
        this.maxReports = maxReports;
    }

    /**
     * Records reports in the order of their arrival, in as many transactions as their number and
     * size ask for.
     *
     * @return those on runs that PostgreSQL does not know, one for each attempt
     * @throws io.milvaion.scheduler.ground.persistence.DatabaseUnavailable if some may not be
     *     recorded; to record all again is harmless
     */
    List<Reported> record(List<Reported> reports, Halving.Refused<Reported> refused)
            throws Exception {
        var unknown = new ArrayList<Reported>();
        for (var portion : Portions.of(reports, maxReports, Reported::weight)) {
            Halving.write(portion, part -> unknown.addAll(record(part)), refused);
        }
        return unknown;
    }

    private List<Reported> record(List<Reported> reports) {
        long start = System.nanoTime();
        var folded = ReportFold.fold(reports);
        var recorded = database.transaction(c -> recorder.record(c, folded));
        metrics.trackerBatch(Duration.ofNanos(System.nanoTime() - start));
        followUp.after(recorded);
        return recorded.unknown();
    }

    /**
     * Ends runs whose message nobody can read, if they still wait for it.
     *
     * @param poison made by {@link Reported#poison}
     */
    public void recordPoison(List<Reported> poison) {
        record(poison);
    }

    /**
     * Records attempts whose workers have vanished, and says so in the logs of their occurrences.
     *
     * @param lost made by {@link Reported#lost}
     */
    public void recordLost(List<Reported> lost, Fence fence) {
        var folded = ReportFold.fold(lost);
        followUp.after(
                database.transaction(
                        connection -> {
                            fence.check(connection);
                            return recorder.record(connection, folded);
                        }));
    }
}
