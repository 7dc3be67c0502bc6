package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.tracking.RetrySettings;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Finds every state that cannot be and repairs it. Belongs to one thread. */
@ApplicationScoped
public class Reconciler {

    private Pass.Context context;
    private IndexAudit audit;
    private DayCheck days;
    private List<Check> rows;
    private List<Check> withRedis;

    protected Reconciler() {} // for the container's proxy

    @Inject
    public Reconciler(
            Database database,
            Redis redis,
            RunIndex index,
            RedisClock clock,
            RunPublisher publisher,
            Cancellation cancellation,
            CancelSignals signals,
            LiveEvents events,
            Metrics metrics) {
        this(
                new Pass.Context(database, index, clock, publisher, events, metrics),
                new IndexAudit(redis),
                cancellation,
                signals,
                RetrySettings.from(SettingsReader.ofApplication()).longest());
    }

    Reconciler(
            Pass.Context context,
            IndexAudit audit,
            Cancellation cancellation,
            CancelSignals signals,
            Duration longestRetry) {
        this.context = context;
        this.audit = audit;
        this.days = new DayCheck();
        this.rows =
                List.of(
                        new ScheduleCheck(),
                        new RowCheck(longestRetry),
                        new FailedListCheck(),
                        new GateCheck());
        this.withRedis =
                List.of(
                        new OrphanCheck(cancellation),
                        new CancelCheck(signals),
                        new IndexedJobsCheck(audit),
                        new IndexedRunsCheck(audit),
                        new StrayEntries(audit, longestRetry));
    }

    /**
     * Looks at everything in PostgreSQL.
     *
     * @param thorough whether at closed days, too
     * @return how much was repaired
     * @throws TermOver if the term is over
     */
    int lookAtRows(TermFence fence, boolean thorough) {
        var pass = new Pass(context, fence);
        days.run(pass, thorough);
        rows.forEach(check -> check.run(pass));
        return pass.repaired();
    }

    /** Looks at what rests on Redis; only after it has answered for the time of grace. */
    int lookAtIndex(TermFence fence) {
        var pass = new Pass(context, fence);
        withRedis.forEach(check -> check.run(pass));
        return pass.repaired();
    }

    /**
     * Removes keys of a wrong type and says so, and says what others have removed from the index
     * since the last call.
     *
     * @return whether the index must be rebuilt
     */
    boolean lookAtKeys(TermFence fence) {
        var wrong = audit.removeWrongTypes();
        var discarded = context.index().takeDiscarded();
        if (wrong.isEmpty() && discarded.isEmpty()) {
            return false;
        }
        new Pass(context, fence)
                .repair(
                        (connection, repaired) -> {
                            for (var set : wrong) {
                                repaired.add(
                                        NewRepair.of(
                                                RepairKind.INDEX_STRAY,
                                                "The key of "
                                                        + set.wire()
                                                        + " in Redis was no sorted set",
                                                "it was removed and is rebuilt"));
                            }
                            for (var one : discarded) {
                                repaired.add(
                                        StrayMember.made(
                                                one.set(),
                                                one.member(),
                                                "something that nothing writes"));
                            }
                        });
        return !wrong.isEmpty();
    }
}
