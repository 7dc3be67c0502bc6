package io.milvaion.bench;

import io.milvaion.contract.RedisKeys;
import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.Node;
import io.milvaion.launcher.NodePlan;
import io.milvaion.launcher.PayaraMicro;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import redis.clients.jedis.RedisClient;

/** The node that is measured, and direct ways to its services. For one thread. */
final class Target implements AutoCloseable {

    private final EmbeddedServices services;
    private Node node;
    private Connection database;
    private RedisClient redis;

    private Target(EmbeddedServices services) {
        this.services = services;
    }

    /** Returns when the node is ready. */
    static Target start(Options options) throws IOException, InterruptedException, SQLException {
        var given = ServiceUrls.fromEnvironment(System.getenv());
        var target = new Target(EmbeddedServices.start(options.data(), given, Target::say));
        boolean started = false;
        try {
            target.open(options);
            started = true;
            return target;
        } finally {
            if (!started) {
                target.close();
            }
        }
    }

    private void open(Options options) throws IOException, InterruptedException, SQLException {
        var payara = PayaraMicro.unpack(options.payara(), options.data().resolve("payara"));
        say("Starting a node with " + String.join(" ", options.jvm()));
        node =
                Node.start(
                        payara,
                        new NodePlan(
                                "bench",
                                options.data().resolve("node"),
                                options.war(),
                                freePort(),
                                options.jvm(),
                                services.urls().toEnvironment()));
        node.awaitReady(Duration.ofMinutes(5));
        database = DriverManager.getConnection(services.urls().jdbcUrl());
        redis = RedisClient.create(services.urls().redis());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI api() {
        return node.uri().resolve("api/v1/");
    }

    /** What the node has used of all CPUs since it was started. */
    Duration cpuTime() {
        return ProcessHandle.of(node.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    ServiceUrls urls() {
        return services.urls();
    }

    Connection database() {
        return database;
    }

    RedisClient redis() {
        return redis;
    }

    RedisKeys keys() {
        return new RedisKeys(RedisKeys.DEFAULT_PREFIX);
    }

    static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() throws IOException, SQLException {
        if (node != null) {
            node.close();
        }
        if (redis != null) {
            redis.close();
        }
        if (database != null) {
            database.close();
        }
        services.close();
    }
}
