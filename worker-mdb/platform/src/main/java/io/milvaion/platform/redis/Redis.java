package io.milvaion.platform.redis;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.config.SettingsReader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The connections of this application to Redis. Every call has a time limit and throws {@code
 * JedisException} when it does not answer; a broken connection is replaced at the next call. Only
 * here does anybody know whether Redis is one server or more.
 */
@ApplicationScoped
public class Redis {

    private RedisSettings settings;
    private UnifiedJedis pool;

    /** Connects with the settings of the application. */
    @PostConstruct
    void open() {
        open(RedisSettings.from(SettingsReader.ofApplication()));
    }

    private void open(RedisSettings with) {
        settings = with;
        pool = connect(with, with.maxConnections());
    }

    /** Connects without a container, for tests and programs; the caller closes it. */
    public static Redis connect(RedisSettings settings) {
        var redis = new Redis();
        redis.open(settings);
        return redis;
    }

    /** Where Redis is, and the setting that says so; without user and password. */
    public String address() {
        return settings.address();
    }

    public RedisKeys keys() {
        return settings.keys();
    }

    /** Limit of one call. */
    public Duration timeout() {
        return Duration.ofMillis(settings.timeoutMillis());
    }

    /** The shared pool: each call borrows a connection. */
    public UnifiedJedis pool() {
        return pool;
    }

    /**
     * Makes a call again whose answer was lost with its connection. After a reset every connection
     * of the pool may be broken, and each fails once.
     *
     * @param call may take effect twice
     * @return its answer
     * @throws JedisConnectionException if there is none within {@link #timeout}
     */
    public <T> T repeated(Supplier<T> call) {
        long end = System.nanoTime() + timeout().toNanos();
        for (int broken = 0; ; broken++) {
            try {
                return call.get();
            } catch (JedisConnectionException e) {
                if (broken == settings.maxConnections() || System.nanoTime() - end >= 0) {
                    throw e;
                }
            }
        }
    }

    /**
     * Connections that nothing else can keep busy, for calls that must not wait behind others
     * (lease renewal) or that block (subscriptions). The caller closes it.
     */
    public UnifiedJedis dedicated() {
        return connect(settings, 2);
    }

    /**
     * One connection, for a subscription that another thread may break off. It is not replaced when
     * it breaks; the caller closes it.
     */
    public Connection connection() {
        return new Connection(
                JedisURIHelper.getHostAndPort(settings.url()), clientConfig(settings));
    }

    @PreDestroy
    public void close() {
        pool.close();
    }

    private static UnifiedJedis connect(RedisSettings settings, int maxConnections) {
        var poolConfig = new ConnectionPoolConfig();
        poolConfig.setMaxTotal(maxConnections);
        poolConfig.setMaxIdle(maxConnections);
        poolConfig.setMaxWait(Duration.ofMillis(settings.timeoutMillis()));
        poolConfig.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(JedisURIHelper.getHostAndPort(settings.url()))
                .clientConfig(clientConfig(settings))
                .poolConfig(poolConfig)
                .build();
    }

    private static JedisClientConfig clientConfig(RedisSettings settings) {
        URI url = settings.url();
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(settings.timeoutMillis())
                .socketTimeoutMillis(settings.timeoutMillis())
                .resp2()
                .user(JedisURIHelper.getUser(url))
                .password(JedisURIHelper.getPassword(url))
                .database(JedisURIHelper.getDBIndex(url))
                .sslOptions(JedisURIHelper.isRedisSSLScheme(url) ? SslOptions.defaults() : null)
                .clientName("milvaion")
                .build();
    }
}
