package io.milvaion.platform.redis;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.config.KnownSettings;
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

    /** Host, port and the setting that says so; without user and password. */
    String address() {
        var at = JedisURIHelper.getHostAndPort(url);
        return "%s:%d (%s)".formatted(at.getHost(), at.getPort(), KnownSettings.REDIS_URL.key());
    }

    public static RedisSettings from(SettingsReader settings) {
        return new RedisSettings(
                settings.value(KnownSettings.REDIS_URL),
                new RedisKeys(settings.value(KnownSettings.REDIS_KEY_PREFIX)),
                settings.value(KnownSettings.REDIS_TIMEOUT_MILLIS),
                settings.value(KnownSettings.REDIS_MAX_CONNECTIONS));
    }
}
