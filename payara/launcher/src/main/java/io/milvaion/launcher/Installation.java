package io.milvaion.launcher;

import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.OwnerOnly;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.rest.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The services and all nodes of one launcher. For one thread; what {@link #start} has begun when it
 * fails or is interrupted is ended by {@link #close}.
 */
final class Installation implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final int WORKER_PORT_DISTANCE = 100;

    private final Options options;
    private final Consumer<String> progress;
    private final List<Node> nodes = new ArrayList<>();
    private EmbeddedServices services;
    private RootAccess access;

    Installation(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Returns when every node is ready. */
    void start(ServiceUrls given) throws IOException, InterruptedException {
        services = EmbeddedServices.start(options.data(), given, progress);
        access = RootAccess.of(options.data(), System.getenv());
        OwnerOnly.close(nodesDirectory());
        endLeftovers();
        if (!Files.isDirectory(serverDirectory())) {
            progress.accept("Unpacking Payara Micro");
        }
        PayaraMicro payara = PayaraMicro.unpack(options.payara(), serverDirectory());
        Ports ports = new Ports(options.port());
        launch(payara, scheduler(1, ports.take()));
        awaitReady(nodes.get(0));
        launchOthers(payara, ports);
    }

    /** Where the services are, given or started. */
    ServiceUrls urls() {
        return services.urls();
    }

    /** What opens the nodes. */
    RootAccess access() {
        return access;
    }

    /** A client of the first node that may do everything. */
    Api api() {
        return new Api(nodes.get(0).uri(), access.key());
    }

    /** The nodes that schedule, the first one first, then the workers. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** Says which node has ended, each time one does, and returns when none is left. */
    void awaitEndOfAll() throws InterruptedException {
        for (List<Node> left = nodes(); !left.isEmpty(); ) {
            CompletableFuture<?>[] ends =
                    left.stream().map(Node::onExit).toArray(CompletableFuture<?>[]::new);
            try {
                Node ended = (Node) CompletableFuture.anyOf(ends).get();
                progress.accept(ended.name() + " has ended; its log is " + ended.log());
            } catch (ExecutionException e) {
                throw new IllegalStateException("the end of a process cannot fail", e);
            }
            left = left.stream().filter(Node::isAlive).toList();
        }
    }

    /** Stops the workers, the nodes, the last one first, and then the services. */
    @Override
    public void close() throws IOException {
        for (int index = nodes.size() - 1; index >= 0; index--) {
            stop(nodes.get(index));
        }
        if (services != null) {
            progress.accept("Stopping the services");
            services.close();
        }
    }

    private void launchOthers(PayaraMicro payara, Ports ports)
            throws IOException, InterruptedException {
        for (int number = 2; number <= options.nodes(); number++) {
            launch(payara, scheduler(number, ports.take()));
        }
        Ports workerPorts = new Ports(options.port() + WORKER_PORT_DISTANCE);
        for (int number = 1; number <= options.workers(); number++) {
            launch(payara, plan("worker-" + number, options.workerWar(), workerPorts.take()));
        }
        for (Node node : nodes.subList(1, nodes.size())) {
            awaitReady(node);
        }
    }

    private void launch(PayaraMicro payara, NodePlan plan) throws IOException {
        progress.accept("Starting " + plan.name() + " on port " + plan.port());
        nodes.add(Node.start(payara, plan));
    }

    private static void awaitReady(Node node) throws IOException, InterruptedException {
        node.awaitReady(READY_LIMIT);
    }

    private NodePlan scheduler(int number, int port) {
        return plan("node-" + number, options.war(), port).withEnvironment(access.environment());
    }

    private NodePlan plan(String name, Path war, int port) {
        Map<String, String> environment = services.urls().toEnvironment();
        return new NodePlan(
                name,
                nodesDirectory().resolve(name),
                war,
                port,
                options.jvmWithSettings(),
                environment);
    }

    private void stop(Node node) {
        if (!node.isAlive()) {
            return;
        }
        progress.accept("Stopping " + node.name());
        node.close();
    }

    private void endLeftovers() throws IOException {
        try (Stream<Path> directories = Files.list(nodesDirectory())) {
            for (Path directory : directories.toList()) {
                Node.endLeftover(directory);
            }
        }
    }

    private Path nodesDirectory() {
        return options.data().resolve("nodes");
    }

    private Path serverDirectory() {
        return options.data().resolve("payara");
    }
}
