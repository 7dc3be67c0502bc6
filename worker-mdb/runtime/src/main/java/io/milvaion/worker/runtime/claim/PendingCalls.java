package io.milvaion.worker.runtime.claim;

import io.milvaion.platform.log.QuietLog;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Claim calls of the loop thread, made together in one pipeline. While Redis does not answer they
 * are kept and repeated as they are, since each of them may have been made.
 */
public final class PendingCalls {

    private record Pending(Function<String, ClaimCall> call, Consumer<ClaimReply> then) {}

    private static final QuietLog QUIET = QuietLog.of(PendingCalls.class);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Claims claims;
    private List<Pending> pending = new ArrayList<>();
    private boolean needGeneration;
    private boolean failing;
    private long retryAt;

    public PendingCalls(Claims claims) {
        this.claims = claims;
    }

    /**
     * @param then gets the answer, on the loop thread
     */
    public void add(ClaimCall call, Consumer<ClaimReply> then) {
        pending.add(new Pending(generation -> call, then));
    }

    /**
     * Adds a call that needs to know the generation in Redis.
     *
     * @param call gets it
     */
    public void addWithGeneration(Function<String, ClaimCall> call, Consumer<ClaimReply> then) {
        needGeneration = true;
        pending.add(new Pending(call, then));
    }

    public boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Whether there is something to call and Redis is not known to be away. */
    public boolean due() {
        return !pending.isEmpty() && !failing;
    }

    /** Makes all calls, if Redis answers; answers may add further ones for the next time. */
    public void flush() {
        if (pending.isEmpty() || (failing && System.nanoTime() - retryAt < 0)) {
            return;
        }
        List<ClaimReply> replies;
        try {
            var generation = needGeneration ? claims.generation() : "";
            replies = claims.call(pending.stream().map(p -> p.call().apply(generation)).toList());
        } catch (JedisException e) {
            QUIET.log(
                    Level.WARNING,
                    "Redis does not answer, {0} runs wait for it: {1}",
                    pending.size(),
                    e);
            failing = true;
            retryAt = System.nanoTime() + RETRY_NANOS;
            return;
        }
        failing = false;
        needGeneration = false;
        var answered = pending;
        pending = new ArrayList<>();
        for (int i = 0; i < answered.size(); i++) {
            answered.get(i).then().accept(replies.get(i));
        }
    }
}
