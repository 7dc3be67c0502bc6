package io.milvaion.bench;

import io.milvaion.contract.RedisKeys;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;

/** The node that is measured, and direct ways to its services. For one thread. */
final class Target implements AutoCloseable {

    private final Node node;
    private final ServiceUrls urls;
    private final GcLog gcLog;
    private Connection database;
    private RedisClient redis;

    private Target(Node node, ServiceUrls urls, GcLog gcLog) {
        this.node = node;
        this.urls = urls;
        this.gcLog = gcLog;
    }

    /** Returns when the node is ready. */
    static Target start(Options options, ServiceUrls urls)
            throws IOException, InterruptedException, SQLException {
        var payara = PayaraMicro.unpack(options.payara(), options.data().resolve("payara"));
        Bench.say("Starting a node with " + String.join(" ", options.jvm()));
        var directory = options.data().resolve("node");
        var gcLog = new GcLog(directory.resolve("gc.log"));
        var plan =
                new NodePlan(
                                "bench",
                                directory,
                                options.war(),
                                freePort(),
                                options.jvm(),
                                environment(options, urls))
                        .withJvm(List.of(gcLog.flag()));
        var target = new Target(Node.start(payara, plan), urls, gcLog);
        boolean started = false;
        try {
            target.node.awaitReady(Duration.ofMinutes(5));
            target.database = DriverManager.getConnection(urls.jdbcUrl());
            Durability.require(target.database);
            target.redis = RedisClient.create(urls.redis());
            started = true;
            return target;
        } finally {
            if (!started) {
                target.close();
            }
        }
    }

    private static Map<String, String> environment(Options options, ServiceUrls urls) {
        Map<String, String> environment = new HashMap<>(urls.toEnvironment());
        String threads = Integer.toString(options.threads());
        environment.put("WORKER_MAX_PARALLEL_JOBS", threads);
        environment.put("JOB_CONSUMERS_NOOPJOB_MAX_PARALLEL_JOBS", threads);
        return environment;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The root of its REST interface. */
    URI api() {
        return node.uri().resolve("api/v1/");
    }

    /** What the node has used of all CPUs since it was started. */
    Duration cpuTime() {
        return ProcessHandle.of(node.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
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

    /** The collections of the node's heap. */
    GcLog gcLog() {
        return gcLog;
    }

    /** The broker's address. */
    String broker() {
        return urls.rabbitmq();
    }

    OneTimeJobs jobs() {
        return new OneTimeJobs(database, redis, keys());
    }

    /** A new job of this type. */
    RunsOfOneJob runsOfOneJob(String jobType) throws IOException, InterruptedException {
        return RunsOfOneJob.create(database, redis, keys(), new Api(api()), jobType);
    }

    @Override
    public void close() throws SQLException {
        node.close();
        if (redis != null) {
            redis.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
