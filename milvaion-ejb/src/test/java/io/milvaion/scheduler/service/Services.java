package io.milvaion.scheduler.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerSettings;
import io.milvaion.platform.redis.Redis;
import io.milvaion.platform.redis.RedisSettings;
import io.milvaion.scheduler.ground.persistence.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.SystemConfig;
import org.flywaydb.core.Flyway;
import redis.embedded.RedisServer;

/**
 * PostgreSQL with our schema, Redis and an AMQP broker for tests: started at first use, stopped at
 * the end of the JVM. Tests do not share rows or keys: each uses ids and a key prefix of its own.
 */
public final class Services {

    private static final Services RUNNING = new Services();

    private final EmbeddedPostgres postgres;
    private final DataSource source;
    private final int redisPort;
    private final int brokerPort;
    private SystemLauncher broker;

    private Services() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            atExit(postgres);
            source = pool(postgres.getPostgresDatabase());
            migrate(source);
            redisPort = freePort();
            var redis =
                    RedisServer.newRedisServer()
                            .port(redisPort)
                            .setting("bind 127.0.0.1")
                            .setting("save \"\"")
                            .build();
            redis.start();
            atExit(redis::stop);
            brokerPort = freePort();
            broker = startBroker();
            atExit(() -> broker.shutdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Database database() {
        return Database.over(RUNNING.source);
    }

    /** Where the tables are, for tests that make their own. */
    public static DataSource dataSource() {
        return RUNNING.source;
    }

    /** A database of its own with our schema, for tests that look at all rows. */
    public static Database ownDatabase() {
        return Database.over(ownSource());
    }

    /** Counts what is done in such a database. */
    public static Meter meter() {
        return new Meter(ownSource());
    }

    /** Likewise, with options of {@code create database} for its locale. */
    public static Database ownDatabase(String locale) {
        return Database.over(ownSource(" template template0 " + locale));
    }

    /** The same, for tests that come between. */
    public static DataSource ownSource() {
        return ownSource("");
    }

    private static DataSource ownSource(String options) {
        var name = "t" + UUID.randomUUID().toString().replace("-", "");
        Database.over(RUNNING.source)
                .autocommit(
                        connection -> {
                            try (var statement = connection.createStatement()) {
                                return statement.execute("create database " + name + options);
                            }
                        });
        var own = pool(RUNNING.postgres.getDatabase("postgres", name));
        migrate(own);
        return own;
    }

    /** A process of the server for each statement took most of the tests' time. */
    private static DataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(32);
        config.setIdleTimeout(10_000); // many tests have a database of their own
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source) {
        Flyway.configure(Services.class.getClassLoader()).dataSource(source).load().migrate();
    }

    /** A connection to Redis with keys that no other test uses; the caller closes it. */
    public static Redis redis(String prefix) {
        return Redis.connect(
                new RedisSettings(
                        URI.create("redis://127.0.0.1:" + RUNNING.redisPort + "/0"),
                        new RedisKeys(prefix),
                        2_000,
                        8));
    }

    /** A way to Redis that can be cut; the caller closes it. */
    public static RedisProxy redisProxy() {
        return new RedisProxy(RUNNING.redisPort);
    }

    /** A connection to the broker; the caller closes it. */
    public static BrokerLink broker() {
        return new BrokerLink(
                new BrokerSettings(
                        URI.create("amqp://guest:guest@127.0.0.1:" + RUNNING.brokerPort + "/%2F"),
                        3_000,
                        10),
                "test",
                Executors.defaultThreadFactory());
    }

    /** Ends all connections to the broker and all its queues and messages. */
    public static void restartBroker() throws IOException {
        RUNNING.broker.shutdown();
        RUNNING.broker = RUNNING.startBroker();
    }

    private SystemLauncher startBroker() throws IOException {
        var launcher = new SystemLauncher();
        try {
            launcher.startup(
                    Map.of(
                            ConfiguredObject.TYPE,
                            "Memory",
                            SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                            Services.class.getResource("broker.json").toExternalForm(),
                            SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                            false,
                            ConfiguredObject.CONTEXT,
                            Map.of(
                                    SystemConfig.QPID_WORK_DIR,
                                    Files.createTempDirectory(
                                                    Path.of("target").toAbsolutePath(), "broker")
                                            .toString(),
                                    "qpid.amqp_port",
                                    Integer.toString(brokerPort),
                                    "queue.behaviourOnUnknownDeclareArgument",
                                    "IGNORE")));
        } catch (Exception e) { // what startup declares
            throw new IOException("the broker does not start", e);
        }
        return launcher;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void atExit(AutoCloseable service) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    try {
                                        service.close();
                                    } catch (Exception e) { // what AutoCloseable declares
                                        throw new IllegalStateException(e);
                                    }
                                }));
    }
}
