package io.milvaion.worker.runtime.drain;

import io.milvaion.contract.DrainField;
import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.WorkerContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Whether this worker is to take no new runs. While Redis does not answer, and while it has lost
 * the orders and the scheduler has not written them again, the last one that was read stands.
 */
public final class DrainOrders implements Runnable {

    /** How often orders are looked for. */
    public static final Duration PERIOD = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(DrainOrders.class.getName());
    private static final QuietLog QUIET = QuietLog.of(DrainOrders.class);
    private static final long NOT_DRAINED = -1;

    private final UnifiedJedis redis;
    private final String key;
    private final String[] fields;
    private final RedisClock clock;
    private volatile boolean known;
    private volatile long until = NOT_DRAINED; // milliseconds since 1970; 0: nobody knows
    private boolean told;

    public DrainOrders(WorkerContext worker, UnifiedJedis redis, RedisKeys keys) {
        this.redis = redis;
        this.key = keys.drains();
        this.clock = worker.clock();
        var identity = worker.identity();
        var instance = DrainField.instance(identity.instanceId());
        this.fields =
                identity.group() == null
                        ? new String[] {DrainField.WRITTEN, instance}
                        : new String[] {
                            DrainField.WRITTEN, instance, DrainField.group(identity.group())
                        };
    }

    /** Whether no run may be taken: as long as nothing is known, too. Any thread. */
    public boolean hold() {
        return !known || draining();
    }

    /** Whether the scheduler has said so. Any thread. */
    public boolean draining() {
        long end = until;
        return end == 0 || end > clock.instant().toEpochMilli();
    }

    @Override
    public void run() {
        try {
            var orders = redis.hmget(key, fields);
            if (!known || orders.get(0) != null) {
                until = latest(orders.subList(1, orders.size()));
            }
            known = true;
        } catch (JedisException e) {
            QUIET.log(Level.WARNING, "cannot look for orders to drain: {0}", e.getMessage());
        }
        say();
    }

    private void say() {
        boolean now = draining();
        if (now != told) {
            told = now;
            LOG.log(
                    Level.INFO,
                    now ? "this worker is drained: it takes no new runs" : "it takes runs again");
        }
    }

    private static long latest(List<String> orders) {
        long latest = NOT_DRAINED;
        for (var order : orders) {
            if (order != null) {
                long end = end(order);
                latest = end == 0 || latest == 0 ? 0 : Math.max(latest, end);
            }
        }
        return latest;
    }

    /** An order that cannot be read is one without an end. */
    private static long end(String order) {
        try {
            return Math.max(0, Long.parseLong(order));
        } catch (NumberFormatException e) {
            LOG.log(Level.DEBUG, "no instant: " + order, e);
            return 0;
        }
    }
}
