package io.milvaion.scheduler.ground.redis;

import io.milvaion.platform.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Tells whether Redis has lost data: a value in Redis names a random part and the run id of the
 * primary. When it is missing or the run id is another one (a restart, a fail-over to a replica
 * that lagged), what Redis says about claims and open runs cannot be trusted: workers doubt
 * messages of another generation, and the leader rebuilds the index. The leader's marks tell when a
 * store was set back without such a sign, and begin a new generation, too.
 */
@ApplicationScoped
public class Generation {

    private static final Pattern RUN_ID = Pattern.compile("run_id:([0-9a-f]+)");

    private Redis redis;
    private volatile String current = "";

    protected Generation() {} // for the container's proxy

    @Inject
    public Generation(Redis redis) {
        this.redis = redis;
    }

    /** The generation as last seen by this node; empty before the first look. */
    public String current() {
        return current;
    }

    /** Reads it, without judging; for nodes that do not lead. */
    public void refresh() {
        var stored = redis.pool().get(redis.keys().generation());
        if (stored != null) {
            current = stored;
        }
    }

    /**
     * Compares what is stored with the primary's run id and stores a new generation if they differ.
     * Called by the leader.
     *
     * @param connection a client that nothing else keeps busy
     */
    public void renewIfLost(UnifiedJedis connection) {
        var stored = stored(connection, redis.keys().generation());
        if (stored != null && stored.endsWith(runIdOf(connection))) {
            current = stored;
        } else {
            renew(connection);
        }
    }

    /** Stores a new generation: whoever calls this knows better than the primary's run id. */
    public void renew(UnifiedJedis connection) {
        var renewed = UUID.randomUUID() + " " + runIdOf(connection);
        connection.set(redis.keys().generation(), renewed);
        current = renewed;
    }

    private static String stored(UnifiedJedis connection, String key) {
        try {
            return connection.get(key);
        } catch (JedisDataException e) { // no text: somebody has written something else there
            return null;
        }
    }

    private static String runIdOf(UnifiedJedis connection) {
        var matcher = RUN_ID.matcher(connection.info("server"));
        if (!matcher.find()) {
            throw new IllegalStateException("Redis does not tell its run id");
        }
        return matcher.group(1);
    }
}
