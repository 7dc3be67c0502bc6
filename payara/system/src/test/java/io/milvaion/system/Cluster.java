package io.milvaion.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.Node;
import io.milvaion.launcher.NodePlan;
import io.milvaion.launcher.PayaraMicro;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.RedisClient;

/** The services and two nodes, each a process with a worker in it. For one thread. */
final class Cluster implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(5);
    private static final String FAST_START = "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final EmbeddedServices services;
    private final boolean brokerGiven;
    private final PayaraMicro payara;
    private final List<NodePlan> plans = new ArrayList<>();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();

    private Cluster(EmbeddedServices services, boolean brokerGiven, PayaraMicro payara) {
        this.services = services;
        this.brokerGiven = brokerGiven;
        this.payara = payara;
    }

    /** Returns when both nodes are ready. */
    static Cluster start() throws IOException, InterruptedException {
        Path data = Path.of(System.getProperty("milvaion.system.data"));
        var given = ServiceUrls.fromEnvironment(System.getenv());
        var services = EmbeddedServices.start(data, given, System.out::println);
        Cluster cluster = null;
        boolean started = false;
        try {
            var payara =
                    PayaraMicro.unpack(
                            Path.of(System.getProperty("milvaion.system.payara")),
                            data.resolve("payara"));
            cluster = new Cluster(services, given.rabbitmq() != null, payara);
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::killNodes));
            for (String name : List.of("node-1", "node-2")) {
                cluster.plans.add(cluster.plan(name, data));
            }
            cluster.startMissingNodes();
            started = true;
            return cluster;
        } finally {
            if (!started) {
                if (cluster == null) {
                    services.close();
                } else {
                    cluster.close();
                }
            }
        }
    }

    private NodePlan plan(String name, Path data) throws IOException {
        return new NodePlan(
                name,
                data.resolve("nodes").resolve(name),
                Path.of(System.getProperty("milvaion.system.war")),
                freePort(),
                List.of(System.getProperty("milvaion.system.jvm", FAST_START).split(" +")),
                services.urls().toEnvironment());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the nodes that do not run; one after the other, since starting costs most. */
    void startMissingNodes() throws IOException, InterruptedException {
        nodes.removeIf(node -> !node.isAlive());
        for (var plan : plans) {
            if (nodes.stream().noneMatch(node -> node.name().equals(plan.name()))) {
                System.out.println("Starting " + plan.name() + " on port " + plan.port());
                var node = Node.start(payara, plan);
                nodes.add(node);
                node.awaitReady(READY_LIMIT);
            }
        }
    }

    /** One that runs. */
    Node anyNode() {
        return nodes.stream().filter(Node::isAlive).findFirst().orElseThrow();
    }

    /**
     * The node with an id as the system gives it: its name, a dash and something of its own for
     * each start.
     */
    Node node(String id) {
        var found = nodes.stream().filter(node -> id.startsWith(node.name() + "-")).findFirst();
        assertThat(found).as("the node with id " + id).isPresent();
        return found.get();
    }

    ServiceUrls urls() {
        return services.urls();
    }

    void flushRedis() {
        try (var redis = RedisClient.create(services.urls().redis())) {
            redis.flushAll();
        }
    }

    /** Whether {@link #restartBroker} can do it. */
    boolean mayRestartBroker() {
        return !brokerGiven || restartCommand() != null;
    }

    void restartBroker() throws IOException, InterruptedException {
        if (!brokerGiven) {
            services.restartBroker();
            return;
        }
        var restart = new ProcessBuilder("sh", "-c", restartCommand()).inheritIO().start();
        assertThat(restart.waitFor()).as(restartCommand()).isZero();
    }

    private static String restartCommand() {
        return System.getProperty("milvaion.system.broker-restart");
    }

    /** For the end of this JVM before its time: the next start would find the nodes, too. */
    private void killNodes() {
        for (var node : nodes) {
            ProcessHandle.of(node.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(Node::close);
        services.close();
    }
}
