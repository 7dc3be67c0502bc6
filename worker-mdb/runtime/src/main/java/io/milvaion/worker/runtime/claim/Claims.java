package io.milvaion.worker.runtime.claim;

import io.milvaion.contract.ClaimScript;
import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** The claims of one worker process in Redis. Safe to share between threads. */
public final class Claims {

    private static final Map<ClaimScript, LuaScript> SCRIPTS =
            Arrays.stream(ClaimScript.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    script -> script,
                                    script -> LuaScript.of(ClaimScript.class, script.resource())));

    private final UnifiedJedis redis;
    private final RedisKeys keys;
    private final WorkerIdentity identity;
    private final String leaseMillis;
    private final RedisClock clock;

    /**
     * @param redis for these calls, with the keys of this worker
     */
    public Claims(WorkerContext worker, UnifiedJedis redis, RedisKeys keys) {
        this.redis = redis;
        this.keys = keys;
        this.identity = worker.identity();
        this.leaseMillis = Long.toString(worker.settings().claimLeaseSeconds() * 1_000L);
        this.clock = worker.clock();
    }

    /** The generation in Redis now; empty when it has none. */
    String generation() {
        var generation = redis.get(keys.generation());
        return generation == null ? "" : generation;
    }

    /**
     * Makes many calls in one pipeline. When it throws, any of the calls may have been made: the
     * caller repeats all of them, which is harmless.
     *
     * @return the answers in the order of the calls
     * @throws JedisException if Redis does not answer
     */
    List<ClaimReply> call(List<ClaimCall> calls) {
        try {
            return callOnce(calls);
        } catch (JedisNoScriptException e) { // Redis has restarted or was flushed
            SCRIPTS.values().forEach(script -> script.load(redis));
            return callOnce(calls);
        }
    }

    private List<ClaimReply> callOnce(List<ClaimCall> calls) {
        List<Response<Object>> responses = new ArrayList<>(calls.size());
        try (var pipeline = redis.pipelined()) {
            for (ClaimCall call : calls) {
                var script = SCRIPTS.get(call.script());
                responses.add(script.call(pipeline, keysOf(call), argsOf(call)));
            }
            pipeline.sync();
        }
        List<ClaimReply> replies = new ArrayList<>(calls.size());
        for (Response<Object> response : responses) {
            replies.add(ClaimReply.of(response.get()));
        }
        if (!replies.isEmpty()) {
            clock.observe(replies.get(replies.size() - 1).redisMicros());
        }
        return replies;
    }

    private List<String> keysOf(ClaimCall call) {
        return List.of(keys.claim(call.occurrenceId()), keys.cancel(call.occurrenceId()));
    }

    private List<String> argsOf(ClaimCall call) {
        List<String> args = new ArrayList<>(5 + call.more().size());
        args.add(Integer.toString(call.attempt()));
        args.add(identity.instanceId());
        args.add(identity.token());
        args.add(leaseMillis);
        args.add(Long.toString(WorkerSettings.DONE_MARKER_SECONDS * 1_000L));
        args.addAll(call.more());
        return args;
    }
}
