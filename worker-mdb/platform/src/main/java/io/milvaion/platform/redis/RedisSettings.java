package io.milvaion.platform.redis;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.config.SettingsReader;
import java.net.URI;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where Redis is; keys {@code milvaion.redis.*}.
 *
 * @param url {@code redis://} or {@code rediss://} with user, password, host, port and database
 * @param keys names with the configured prefix
 * @param timeoutMillis limit of one call
 * @param maxConnections connections of this node at most
 */
public record RedisSettings(URI url, RedisKeys keys, int timeoutMillis, int maxConnections) {

    private static final String URL = "milvaion.redis.url";

    /** Host, port and the setting that says so; without user and password. */
    String address() {
        var at = JedisURIHelper.getHostAndPort(url);
        return "%s:%d (%s)".formatted(at.getHost(), at.getPort(), URL);
    }

    public static RedisSettings from(SettingsReader settings) {
        return new RedisSettings(
                settings.uri(URL, "redis://127.0.0.1:6379/0", "redis", "rediss"),
                new RedisKeys(settings.text("milvaion.redis.key-prefix", RedisKeys.DEFAULT_PREFIX)),
                settings.integer("milvaion.redis.timeout-millis", 2_000, 50, 60_000),
                settings.integer("milvaion.redis.max-connections", 32, 4, 1_000));
    }
}
