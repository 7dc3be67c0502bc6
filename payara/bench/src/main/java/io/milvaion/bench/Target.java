package io.milvaion.bench;

import io.milvaion.contract.RedisKeys;
import io.milvaion.launcher.Node;
import io.milvaion.launcher.NodePlan;
import io.milvaion.launcher.PayaraMicro;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;

/** The node or nodes that are measured, and direct ways to their services. For one thread. */
final class Target implements AutoCloseable {

    private final Build build;
    private final GcLog gcLog;
    private final ApiKey key = ApiKey.random();
    private final List<Node> nodes = new ArrayList<>(); // the leader is the first
    private Connection database;
    private RedisClient redis;

    private Target(Build build, GcLog gcLog) {
        this.build = build;
        this.gcLog = gcLog;
    }

    /** Returns when the nodes are ready. */
    static Target start(Options options, Build build)
            throws IOException, InterruptedException, SQLException {
        var payara = PayaraMicro.unpack(options.payara(), options.data().resolve("payara"));
        Console.say(
                "Starting %d node(s) with %s"
                        .formatted(options.nodes(), String.join(" ", options.jvm())));
        var target =
                new Target(build, new GcLog(options.data().resolve(build.directory() + "/gc.log")));
        boolean started = false;
        try {
            for (int number = 1; number <= options.nodes(); number++) {
                var node = Node.start(payara, target.plan(number, options));
                target.nodes.add(node);
                node.awaitReady(Duration.ofMinutes(5));
            }
            target.database = DriverManager.getConnection(build.urls().jdbcUrl());
            Durability.require(target.database);
            target.redis = RedisClient.create(build.urls().redis());
            started = true;
            return target;
        } finally {
            if (!started) {
                target.close();
            }
        }
    }

    private NodePlan plan(int number, Options options) throws IOException {
        String name = build.directory() + (number == 1 ? "" : number);
        var plan =
                new NodePlan(
                        name,
                        options.data().resolve(name),
                        build.war(),
                        freePort(),
                        options.jvm(),
                        environment(options));
        return number == 1 ? plan.withJvm(List.of(gcLog.flag())) : plan;
    }

    private Map<String, String> environment(Options options) {
        Map<String, String> environment = new HashMap<>(build.urls().toEnvironment());
        environment.putAll(key.toEnvironment());
        environment.put("MILVAION_REDIS_KEY_PREFIX", keys().prefix());
        environment.put("MILVAION_LIMIT_CALLER_PER_SECOND", "0"); // what it can is to be seen
        environment.put("MILVAION_LIMIT_EXPENSIVE_PER_SECOND", "0");
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

    /** The root of the application of the first node. */
    URI root() {
        return nodes.get(0).uri();
    }

    /** A client of the first node with connections of its own. */
    Api api() {
        return new Api(root(), key);
    }

    /** What a client of the first node shows. */
    ApiKey key() {
        return key;
    }

    /** What the nodes have used of all CPUs since they were started. */
    Duration cpuTime() {
        return nodes.stream()
                .flatMap(node -> ProcessHandle.of(node.pid()).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    Connection database() {
        return database;
    }

    RedisClient redis() {
        return redis;
    }

    RedisKeys keys() {
        return build.keys();
    }

    /** The collections of the heap of the first node. */
    GcLog gcLog() {
        return gcLog;
    }

    /** The broker's address. */
    String broker() {
        return build.urls().rabbitmq();
    }

    OneTimeJobs jobs() {
        return new OneTimeJobs(database, redis, keys());
    }

    /** A new job of this type. */
    RunsOfOneJob runsOfOneJob(String jobType) throws IOException, InterruptedException {
        return RunsOfOneJob.create(database, redis, keys(), api(), jobType);
    }

    @Override
    public void close() throws SQLException {
        nodes.forEach(Node::close);
        if (redis != null) {
            redis.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
