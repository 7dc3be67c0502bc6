package io.milvaion.scheduler.state.claim;

import io.milvaion.contract.ClaimField;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.state.index.AfterCommit;
import io.milvaion.scheduler.state.index.AttemptKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/** The keys in Redis that keep a waiting message from starting and stop a run that has started. */
@ApplicationScoped
public class CancelSignals {

    private static final LuaScript CANCEL = LuaScript.of(CancelSignals.class, "cancel.lua");

    /** As long as a message may wait. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final int PIPELINE = 1_000;

    private Redis redis;
    private AfterCommit afterCommit;

    protected CancelSignals() {} // for the container's proxy

    /** Without a container nobody repeats what follows a commit. */
    public CancelSignals(Redis redis) {
        this(redis, new AfterCommit());
    }

    @Inject
    CancelSignals(Redis redis, AfterCommit afterCommit) {
        this.redis = redis;
        this.afterCommit = afterCommit;
    }

    /**
     * Asks a run to stop, whichever of its attempts a worker may have.
     *
     * @param run with the attempt that it is at
     * @return whether a worker has that attempt or has just ended it, so that its report decides
     */
    public boolean stop(AttemptKey run, String reason) {
        return redis.repeated(() -> stopOnce(run, reason));
    }

    private boolean stopOnce(AttemptKey run, String reason) {
        var claim = CANCEL.call(redis.pool(), names(run), args(run, reason, false));
        redis.pool().publish(redis.keys().cancellationChannel(), run.occurrenceId().toString());
        return isWorkers(claim);
    }

    /**
     * Keeps runs from starting and leaves those alone whose attempt a worker runs.
     *
     * @return the latter
     */
    public Set<UUID> prevent(Collection<AttemptKey> runs, String reason) {
        return runs.isEmpty() ? Set.of() : redis.repeated(() -> preventOnce(runs, reason));
    }

    private Set<UUID> preventOnce(Collection<AttemptKey> runs, String reason) {
        var running = new HashSet<UUID>();
        CANCEL.load(redis.pool());
        var all = List.copyOf(runs);
        for (int from = 0; from < all.size(); from += PIPELINE) {
            var part = all.subList(from, Math.min(all.size(), from + PIPELINE));
            var answers = new ArrayList<Response<Object>>(part.size());
            try (var pipeline = redis.pool().pipelined()) {
                for (var run : part) {
                    answers.add(CANCEL.call(pipeline, names(run), args(run, reason, true)));
                }
                pipeline.sync();
            }
            for (int i = 0; i < part.size(); i++) {
                if (isWorkers(answers.get(i).get())) {
                    running.add(part.get(i).occurrenceId());
                }
            }
        }
        return running;
    }

    /** Whether the key of a run is set. */
    public boolean isSet(UUID occurrenceId) {
        return redis.pool().exists(redis.keys().cancel(occurrenceId));
    }

    /** After the commit: stops runs whose end is recorded, whoever still works on them. */
    public void stopEnded(Collection<UUID> occurrenceIds) {
        afterCommit.call(() -> set(occurrenceIds, "the run has ended", kept()));
    }

    /** Sets keys again that Redis may have lost; those that are there stay. */
    public void restore(Collection<UUID> occurrenceIds) {
        set(occurrenceIds, "cancelled before Redis lost its data", kept().nx());
    }

    private void set(Collection<UUID> occurrenceIds, String reason, SetParams how) {
        if (occurrenceIds.isEmpty()) {
            return;
        }
        try (var pipeline = redis.pool().pipelined()) {
            for (UUID id : occurrenceIds) {
                pipeline.set(redis.keys().cancel(id), reason, how);
            }
            pipeline.sync();
        }
    }

    private static SetParams kept() {
        return SetParams.setParams().px(KEPT.toMillis());
    }

    private static boolean isWorkers(Object claim) {
        return ClaimField.RUNNING.equals(claim) || ClaimField.DONE.equals(claim);
    }

    private List<String> names(AttemptKey run) {
        var keys = redis.keys();
        return List.of(keys.claim(run.occurrenceId()), keys.cancel(run.occurrenceId()));
    }

    private static List<String> args(AttemptKey run, String reason, boolean spare) {
        return List.of(
                Integer.toString(run.attempt()),
                reason,
                Long.toString(KEPT.toMillis()),
                spare ? "1" : "0");
    }
}
