package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.RedisKeys;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.StopReason;
import java.lang.System.Logger.Level;
import java.util.List;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Renews all claims of this worker in one pipeline, learns from the answers which runs were
 * cancelled or taken by another process, and shows in Redis that the worker is alive. Goes on while
 * the broker is away.
 */
final class Renewal implements Runnable {

    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());

    private final Runs runs;
    private final Claims claims;
    private final RedisClient redis;
    private final String workerKey;
    private final SetParams workerTtl;
    private final WorkerStatistics statistics;
    private boolean failing;

    /**
     * @param redis connections that nothing else keeps busy
     */
    Renewal(
            Runs runs,
            Claims claims,
            RedisClient redis,
            RedisKeys keys,
            WorkerIdentity identity,
            int leaseSeconds,
            WorkerStatistics statistics) {
        this.runs = runs;
        this.claims = claims;
        this.redis = redis;
        this.workerKey = keys.worker(identity.instanceId());
        this.workerTtl = SetParams.setParams().ex(leaseSeconds);
        this.statistics = statistics;
    }

    @Override
    public void run() {
        List<Run> held = runs.all().stream().filter(run -> run.claimed() && !run.lost()).toList();
        try {
            redis.set(workerKey, Integer.toString(statistics.running()), workerTtl);
            var replies = claims.call(held.stream().map(ClaimCall::renew).toList());
            for (int i = 0; i < held.size(); i++) {
                answered(held.get(i), replies.get(i).outcome());
            }
            failing = false;
        } catch (JedisException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "cannot renew {0} claims, the next heartbeat tries again: {1}",
                        held.size(),
                        e.toString());
            }
            failing = true;
        }
    }

    private void answered(Run run, ClaimOutcome outcome) {
        if (outcome == ClaimOutcome.CANCELLED && run.started()) {
            run.job().stop(StopReason.CANCELLED);
        }
        if (outcome == ClaimOutcome.LOST && run.loseClaim()) {
            statistics.countClaimLost();
            boolean interrupt = run.started() && run.definition().interruptedWhenClaimLost();
            LOG.log(
                    Level.WARNING,
                    "another process has taken the claim of occurrence {0}, attempt {1};"
                            + " the attempt here {2}",
                    run.message().occurrenceId(),
                    run.message().attempt(),
                    interrupt ? "is told to stop" : "goes on");
            if (interrupt) {
                run.job().stop(StopReason.CLAIM_LOST);
            }
        }
    }

    /** Shows that the worker has stopped. */
    void farewell() {
        try {
            redis.del(workerKey);
        } catch (JedisException e) { // then the key ends by itself
            LOG.log(Level.DEBUG, "could not remove " + workerKey, e);
        }
    }
}
