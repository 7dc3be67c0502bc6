package io.milvaion.scheduler.run.leader;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.redis.LuaScript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/**
 * The key of the lease. Every change names the value it expects, so nobody ends another's lease.
 */
final class LeaseStore {

    private static final LuaScript HOLDER = LuaScript.of(LeaseStore.class, "holder.lua");
    private static final LuaScript ACQUIRE = LuaScript.of(LeaseStore.class, "acquire.lua");
    private static final LuaScript REPLACE = LuaScript.of(LeaseStore.class, "replace.lua");
    private static final LuaScript RELEASE = LuaScript.of(LeaseStore.class, "release.lua");

    /**
     * Who has the lease.
     *
     * @param term as digits
     * @param silent time since it was last renewed
     */
    record Holder(String node, String term, Duration silent) {

        private static Optional<Holder> of(String value, Duration silent) {
            var words = value.split(" ", 2);
            return words.length == 2 && words[1].matches("\\d{1,18}")
                    ? Optional.of(new Holder(words[0], words[1], silent))
                    : Optional.empty(); // a node that only stands for election
        }
    }

    private final UnifiedJedis redis;
    private final List<String> key;
    private final LeaderSettings settings;

    LeaseStore(UnifiedJedis redis, RedisKeys keys, LeaderSettings settings) {
        this.redis = redis;
        this.key = List.of(keys.leader());
        this.settings = settings;
    }

    /**
     * Takes the lease if it is free. A node that does not know of holding it may find that it does:
     * Redis took its call and the answer was lost.
     *
     * @param node the value begins with it and a space
     */
    boolean acquire(String node, String value) {
        var lease = millis(settings.lease());
        return won(ACQUIRE.call(redis, key, List.of(node, value, ttl(), lease)));
    }

    /** Who leads, or led last, whether its lease is in force or not. */
    Optional<Holder> holder() {
        var answer = (List<?>) HOLDER.call(redis, key, List.of(ttl()));
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        return Holder.of((String) answer.get(0), Duration.ofMillis((Long) answer.get(1)));
    }

    boolean renew(String held, String fromNowOn) {
        return won(REPLACE.call(redis, key, List.of(held, fromNowOn, ttl())));
    }

    boolean release(String held) {
        return won(RELEASE.call(redis, key, List.of(held)));
    }

    private String ttl() {
        return millis(settings.keyTtl());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static boolean won(Object answer) {
        return Long.valueOf(1).equals(answer);
    }
}
