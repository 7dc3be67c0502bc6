package io.milvaion.scheduler.see.pressure;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.see.pressure.LimitUse.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redis.clients.jedis.exceptions.JedisException;

/** Connections and memory of Redis, as it says itself; it may not be allowed to say. */
@ApplicationScoped
public class RedisLimits {

    private static final System.Logger LOG = System.getLogger(RedisLimits.class.getName());

    private Redis redis;

    protected RedisLimits() {} // for the container's proxy

    @Inject
    public RedisLimits(Redis redis) {
        this.redis = redis;
    }

    List<LimitUse> read() {
        var clients = info("clients");
        var memory = info("memory");
        Long most = number(memory, "maxmemory");
        return List.of(
                LimitUse.of(
                        Resource.REDIS_CONNECTIONS,
                        null,
                        number(clients, "connected_clients"),
                        number(clients, "maxclients"),
                        null,
                        "Usually sufficient; otherwise set maxclients of Redis."),
                LimitUse.of(
                        Resource.REDIS_MEMORY_BYTES,
                        null,
                        number(memory, "used_memory"),
                        most != null && most > 0 ? most : null,
                        null,
                        "Without maxmemory it takes what the machine has. About 1 KB for a job."));
    }

    private Map<String, String> info(String section) {
        try {
            return redis.pool()
                    .info(section)
                    .lines()
                    .map(line -> line.split(":", 2))
                    .filter(line -> line.length == 2)
                    .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> b));
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "Redis does not say", e);
            return Map.of();
        }
    }

    private static Long number(Map<String, String> info, String name) {
        var text = info.get(name);
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }
}
