package io.milvaion.scheduler.mend.replay;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import io.milvaion.scheduler.mend.operation.Operations;
import io.milvaion.scheduler.mend.operation.Starter;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.QueueDepths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Failed occurrences, and what leaders do to run them again. */
final class ReplayScene implements AutoCloseable {

    /** A process that ends here. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final Starter ANN = Starter.named("ann");

    final TrackingScene tracking = new TrackingScene();
    final Operations operations = new Operations(tracking.database, tracking.heard);
    final Replays replays = new Replays(operations, tracking.heard);
    private final BrokerLink link = Services.broker();

    /** A trigger of a node; the node ends before the commit or after it if it is told to. */
    final class Node {
        boolean diesBeforeCommit;
        boolean diesAfterCommit;

        final ManualTrigger trigger =
                new ManualTrigger(
                        tracking.database,
                        new RunIndex(tracking.redis) {
                            @Override
                            public void register(Map<AttemptKey, Instant> due) {
                                super.register(due);
                                if (diesBeforeCommit) {
                                    throw new Killed();
                                }
                            }
                        },
                        new TrackingScene.Published() {
                            @Override
                            public void publishAndForget(List<OutgoingRun> runs) {
                                if (diesAfterCommit) {
                                    throw new Killed();
                                }
                                tracking.published.publishAndForget(runs);
                            }
                        },
                        new QueueDepths(link, new RedisClock()),
                        tracking.heard,
                        new RunLimits(1_000, 100_000));

        final ReplayStep step = new ReplayStep(tracking.database, trigger);
        final Retry retry = new Retry(tracking.database, trigger);
    }

    /** A new leader's term. */
    TermFence nextTerm() {
        return new TermFence(
                new Term(
                        Long.parseLong(
                                tracking.one(
                                        "update leader_terms set term = term + 1 returning term"))));
    }

    UUID job(OverlapPolicy policy) {
        return tracking.job(policy, 0, "retry");
    }

    /** A run of a job that has failed. */
    UUID failed(UUID job) {
        var run = tracking.run(job, Stage.READY);
        tracking.failed(run, 1, "E", "E: it broke", false);
        return run;
    }

    List<UUID> failed(UUID job, int count) {
        var runs = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            runs.add(failed(job));
        }
        return runs;
    }

    Replay replay(UUID job) {
        return replays.create(request(filter(job), null, null));
    }

    static ReplayRequest request(FailureFilter filter, List<UUID> ids, String patch) {
        return new ReplayRequest(
                null, filter, ids, null, patch, false, 50, "again", null, ANN, Reach.EVERYTHING);
    }

    static FailureFilter filter(UUID job) {
        return new FailureFilter(
                job, null, null, null, null, null, null, null, null, Reach.EVERYTHING);
    }

    /** Ids of the runs that repeat runs of a job. */
    List<String> retries(UUID job) {
        return tracking.list(
                "select retry_of from occurrences where job_id = ? and retry_of is not null", job);
    }

    @Override
    public void close() {
        link.close();
        tracking.close();
    }
}
