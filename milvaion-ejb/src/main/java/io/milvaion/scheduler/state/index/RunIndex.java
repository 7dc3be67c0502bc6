package io.milvaion.scheduler.state.index;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.ZAddParams;
import redis.clients.jedis.params.ZRangeParams;
import redis.clients.jedis.resps.Tuple;

/**
 * The index of due, ready and open runs. Every method is one round trip, has a time limit and
 * throws {@code JedisException} when Redis does not answer: whether it took effect is then unknown,
 * and the protocol of this package makes a repetition harmless. What follows a commit does not
 * throw: it is repeated ({@link AfterCommit}).
 */
@ApplicationScoped
public class RunIndex {

    /** Later than any lease ends: a new leader takes over those of whoever led before. */
    public static final long ALL_LEASES = 1L << 53; // the last whole number that Lua knows exactly

    private static final LuaScript POP = LuaScript.of(RunIndex.class, "pop.lua");
    private static final LuaScript COMPLETE = LuaScript.of(RunIndex.class, "complete.lua");
    private static final LuaScript REGISTER = LuaScript.of(RunIndex.class, "register.lua");
    private static final LuaScript PLAN = LuaScript.of(RunIndex.class, "plan.lua");
    private static final LuaScript REPLAN = LuaScript.of(RunIndex.class, "replan.lua");

    /**
     * How long after its registration a ready entry is looked at: longer than a transaction can
     * stay open (5 s of silence, 10 s a statement).
     */
    private static final Duration REGISTERED_FOR = Duration.ofSeconds(15);

    private Redis redis;
    private AfterCommit afterCommit;
    private RedisKeys keys;
    private DiscardedMembers discarded;

    protected RunIndex() {} // for the container's proxy

    /** Without a container nobody repeats what follows a commit. */
    public RunIndex(Redis redis) {
        this(redis, new AfterCommit());
    }

    @Inject
    public RunIndex(Redis redis, AfterCommit afterCommit) {
        this.redis = redis;
        this.afterCommit = afterCommit;
        this.keys = redis.keys();
        this.discarded = new DiscardedMembers(redis);
    }

    /**
     * Leases what is due.
     *
     * @param until by the Redis clock: a call that Redis makes later leases nothing
     * @param size members at most; runs to publish take half of it at most while jobs are due
     * @param takenOver leases that end before are taken, too, in microseconds of the Redis clock:
     *     by the first pop of a new leader {@link #ALL_LEASES}, by its others those before its
     *     first {@linkplain Batch#deadline batch}, since its term fences them; 0 for none
     */
    public Batch pop(Instant until, int size, Duration lease, long takenOver) {
        var answer =
                POP.call(
                        redis.pool(),
                        List.of(keys.schedule(), keys.ready(), keys.dispatching()),
                        List.of(
                                Integer.toString(size),
                                Integer.toString(Math.max(1, size / 2)),
                                Long.toString(lease.toMillis()),
                                Long.toString(takenOver),
                                Long.toString(micros(until))));
        var popped = Popped.of((List<?>) answer);
        discarded.remove(IndexSet.DISPATCHING, popped.garbage());
        return popped.batch();
    }

    /**
     * After the commit: ends leases of a batch; those that were taken by somebody else or edited
     * stay untouched.
     *
     * @param then called when it is done
     */
    public void complete(Batch batch, Collection<Completion> completions, Runnable then) {
        afterCommit.call(
                () -> {
                    complete(batch, completions);
                    then.run();
                });
    }

    /** After a rollback: everything in a batch is as due as it was. */
    public void giveBack(Batch batch) {
        complete(batch, batch.givenBack(), () -> {});
    }

    void complete(Batch batch, Collection<Completion> completions) {
        if (completions.isEmpty()) {
            return;
        }
        var args = new ArrayList<String>(1 + 2 * completions.size());
        args.add(Long.toString(batch.deadline()));
        for (var completion : completions) {
            args.add(completion.member());
            args.add(score(completion.next()));
        }
        COMPLETE.call(
                redis.pool(), List.of(keys.schedule(), keys.ready(), keys.dispatching()), args);
    }

    /**
     * Remembers runs that the open transaction makes ready or puts off; the last call before the
     * commit.
     *
     * @param due when each is to be published; one that is due now is looked at after 15 s
     */
    public void register(Map<AttemptKey, Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        var args = new ArrayList<String>(1 + 3 * due.size());
        args.add(Long.toString(REGISTERED_FOR.toMillis()));
        due.forEach(
                (run, at) -> {
                    args.add(run.occurrenceId().toString());
                    args.add(Integer.toString(run.attempt()));
                    args.add(Long.toString(at.toEpochMilli()));
                });
        redis.repeated(() -> REGISTER.call(redis.pool(), List.of(keys.ready(), keys.open()), args));
    }

    /**
     * Sets when registered runs are looked at, after the commit: their retry may be due before the
     * time that {@link #register} has left to the transaction. Entries that are gone stay gone.
     */
    public void lookAt(Map<AttemptKey, Instant> due) {
        if (due.isEmpty()) {
            return;
        }
        var scores = new HashMap<String, Double>();
        due.forEach((run, at) -> scores.put(run.member(), (double) at.toEpochMilli()));
        look(scores, ZAddParams.zAddParams().xx());
    }

    /**
     * After the commit: has runs looked at now that should have been long ago; those that are due
     * already stay.
     */
    public void remind(Collection<AttemptKey> runs, Instant now) {
        if (runs.isEmpty()) {
            return;
        }
        var scores = new HashMap<String, Double>();
        runs.forEach(run -> scores.put(run.member(), (double) now.toEpochMilli()));
        look(scores, ZAddParams.zAddParams().lt());
    }

    private void look(Map<String, Double> scores, ZAddParams how) {
        afterCommit.call(
                () -> {
                    redis.pool().zadd(keys.ready(), scores, how);
                    wakeLeader();
                });
    }

    /**
     * Reads open runs in the order of their scores.
     *
     * @param from smallest score
     * @param skip how many with that score and more to leave out
     * @param to largest score
     */
    public List<OpenMember> open(Instant from, int skip, Instant to, int limit) {
        while (true) {
            var runs = new ArrayList<OpenMember>();
            var garbage = new ArrayList<String>();
            for (var entry : openEntries(from, skip, to, limit)) {
                OpenMember.parse(entry.getElement(), entry.getScore())
                        .ifPresentOrElse(runs::add, () -> garbage.add(entry.getElement()));
            }
            if (garbage.isEmpty()) {
                return runs;
            }
            discarded.remove(
                    IndexSet.OPEN, garbage); // then the page is full again, or the last one
        }
    }

    private List<Tuple> openEntries(Instant from, int skip, Instant to, int limit) {
        return redis.pool()
                .zrangeWithScores(
                        keys.open(),
                        ZRangeParams.zrangeByScoreParams(
                                        (double) from.toEpochMilli(), (double) to.toEpochMilli())
                                .limit(skip, limit));
    }

    /** Members that were removed because nothing writes such, since the last call. */
    public List<Discarded> takeDiscarded() {
        return discarded.take();
    }

    /** Whether an open run was last published, held or put off before an instant. */
    public boolean anyOpenBefore(Instant at) {
        return redis.pool()
                        .zcount(keys.open(), Double.NEGATIVE_INFINITY, (double) at.toEpochMilli())
                > 0;
    }

    /** After the commit: forgets entries of {@code ready}, as the broker has these runs. */
    public void published(Collection<AttemptKey> runs) {
        remove(keys.ready(), runs.stream().map(AttemptKey::member));
    }

    /** Adds runs that wait for something else than publishing (held) to the open ones. */
    public void opened(Collection<UUID> occurrenceIds, Instant now) {
        if (!occurrenceIds.isEmpty()) {
            var scores = new HashMap<String, Double>();
            occurrenceIds.forEach(id -> scores.put(id.toString(), (double) now.toEpochMilli()));
            redis.repeated(() -> redis.pool().zadd(keys.open(), scores));
        }
    }

    /** After the commit: forgets runs that have ended. */
    public void closed(Collection<UUID> occurrenceIds) {
        remove(keys.open(), occurrenceIds.stream().map(UUID::toString));
    }

    private void remove(String key, Stream<String> members) {
        var gone = members.toArray(String[]::new);
        if (gone.length > 0) {
            afterCommit.call(() -> redis.pool().zrem(key, gone));
        }
    }

    /**
     * Sets when to look at a job after its definition was written, and wakes the leader.
     *
     * @param next its next planned run, or null if nothing is planned
     */
    public void plan(UUID jobId, Instant next) {
        PLAN.call(
                redis.pool(),
                List.of(keys.schedule(), keys.dispatching()),
                List.of(jobId.toString(), score(next)));
        wakeLeader();
    }

    /** Sets when to look at jobs, but not at those that a batch holds. Returns how many. */
    public long replan(Map<UUID, Instant> next) {
        if (next.isEmpty()) {
            return 0;
        }
        var args = new ArrayList<String>(2 * next.size());
        next.forEach(
                (job, at) -> {
                    args.add(job.toString());
                    args.add(score(at));
                });
        return (Long) REPLAN.call(redis.pool(), List.of(keys.schedule(), keys.dispatching()), args);
    }

    /** The oldest score in {@code schedule}. */
    public Optional<Instant> oldestPlanned() {
        var first = redis.pool().zrangeWithScores(keys.schedule(), 0, 0);
        return first.stream()
                .findFirst()
                .map(t -> Instant.ofEpochMilli((long) Math.max(0, t.getScore())));
    }

    /** A hint: something may be due earlier than the leader thinks. */
    public void wakeLeader() {
        redis.pool().publish(keys.wakeupChannel(), "");
    }

    /** Sizes of the sets, for metrics: schedule, ready, dispatching, open. */
    public List<Long> sizes() {
        try (var pipeline = redis.pool().pipelined()) {
            var sizes =
                    List.of(
                            pipeline.zcard(keys.schedule()),
                            pipeline.zcard(keys.ready()),
                            pipeline.zcard(keys.dispatching()),
                            pipeline.zcard(keys.open()));
            pipeline.sync();
            return sizes.stream().map(Response::get).toList();
        }
    }

    private static String score(Instant at) {
        return at == null ? "" : Long.toString(at.toEpochMilli());
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
