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
 * that lagged), what Redis says about claims and open runs cannot be trusted, and the index is
 * rebuilt.
 */
@ApplicationScoped
public class Generation {

    private static final Pattern RUN_ID = Pattern.compile("run_id:([0-9a-f]+)");

    @Inject Redis redis;

    private volatile String current = "";

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
     * @return whether data may have been lost
     */
    public boolean renewIfLost(UnifiedJedis connection) {
        var key = redis.keys().generation();
        var runId = runIdOf(connection);
        var stored = stored(connection, key);
        if (stored != null && stored.endsWith(runId)) {
            current = stored;
            return false;
        }
        var renewed = UUID.randomUUID() + " " + runId;
        connection.set(key, renewed);
        current = renewed;
        return true;
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
