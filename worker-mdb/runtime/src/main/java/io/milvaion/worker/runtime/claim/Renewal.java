package io.milvaion.worker.runtime.claim;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.attempt.HeldAttempts;
import io.milvaion.worker.runtime.job.StopReason;
import java.lang.System.Logger.Level;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Renews all claims of this worker in one pipeline, learns from the answers which runs were
 * cancelled or taken by another process, and shows in Redis that the worker is alive. Goes on while
 * the broker is away.
 */
public final class Renewal implements Runnable {

    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());
    private static final QuietLog QUIET = QuietLog.of(Renewal.class);

    private final HeldAttempts held;
    private final Claims claims;
    private final UnifiedJedis redis;
    private final String workerKey;
    private final SetParams workerTtl;
    private final WorkerStatistics statistics;

    /**
     * @param redis connections that nothing else keeps busy
     */
    public Renewal(WorkerContext worker, HeldAttempts held, UnifiedJedis redis, RedisKeys keys) {
        this.held = held;
        this.claims = new Claims(worker, redis, keys);
        this.redis = redis;
        this.workerKey = keys.worker(worker.identity().instanceId());
        this.workerTtl = SetParams.setParams().ex(worker.settings().claimLeaseSeconds());
        this.statistics = worker.statistics();
    }

    @Override
    public void run() {
        List<Attempt> renewed =
                held.all().stream().filter(each -> each.claimed() && !each.lost()).toList();
        try {
            redis.set(workerKey, Integer.toString(statistics.running()), workerTtl);
            var replies = claims.call(renewed.stream().map(Renewal::call).toList());
            for (int i = 0; i < renewed.size(); i++) {
                answered(renewed.get(i), replies.get(i).outcome());
            }
        } catch (JedisException e) {
            QUIET.log(
                    Level.WARNING,
                    "cannot renew {0} claims, the next heartbeat tries again: {1}",
                    renewed.size(),
                    e);
        }
    }

    private static ClaimCall call(Attempt attempt) {
        return ClaimCall.renew(attempt.key(), attempt.started());
    }

    private void answered(Attempt attempt, ClaimOutcome outcome) {
        if (outcome == ClaimOutcome.CANCELLED && attempt.started()) {
            attempt.stop(StopReason.CANCELLED);
        }
        if (outcome == ClaimOutcome.LOST && attempt.loseClaim() && !attempt.ended()) {
            statistics.countClaimLost();
            boolean interrupt =
                    attempt.started() && attempt.definition().interruptedWhenClaimLost();
            QUIET.log(
                    Level.WARNING,
                    "another process has taken the claim of occurrence {0}, attempt {1};"
                            + " the attempt here {2}",
                    attempt.message().occurrenceId(),
                    attempt.message().attempt(),
                    interrupt ? "is told to stop" : "goes on");
            if (interrupt) {
                attempt.stop(StopReason.CLAIM_LOST);
            }
        }
    }

    /** Shows that the worker has stopped. */
    public void showStopped() {
        try {
            redis.del(workerKey);
        } catch (JedisException e) { // then the key ends by itself
            LOG.log(Level.DEBUG, "could not remove " + workerKey, e);
        }
    }
}
