package io.milvaion.faults.cluster;

import io.milvaion.faults.host.PostgresServer;
import io.milvaion.faults.host.RabbitServer;
import io.milvaion.faults.host.RedisServer;
import io.milvaion.faults.host.Shell;
import io.milvaion.launcher.NodePlan;
import io.milvaion.launcher.PayaraMicro;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Three scheduler nodes and two workers, each a process with a user of its own, and their servers.
 * For one thread.
 */
public final class Cluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int WORKERS = 2;
    private static final int FIRST_UID = 61_101;
    private static final List<String> JVM =
            List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Home home;
    private final Services services;
    private final Path run;
    private final List<Member> nodes = new ArrayList<>();
    private final List<Member> workers = new ArrayList<>();

    private Cluster(Home home, Path run) throws IOException, InterruptedException {
        this.home = home;
        this.run = run;
        say("Starting PostgreSQL (2), Redis and RabbitMQ");
        this.services = new Services(run);
    }

    /** Returns when all members are ready. */
    public static Cluster start() throws IOException, InterruptedException {
        var directory =
                System.getProperty(
                        "faults.home", System.getProperty("java.io.tmpdir") + "/milvaion-faults");
        var home = Home.open(Path.of(directory).toAbsolutePath());
        var cluster = new Cluster(home, home.newRun());
        boolean started = false;
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::destroy));
            cluster.open();
            started = true;
            return cluster;
        } finally {
            if (!started) {
                cluster.close();
            }
        }
    }

    private void open() throws IOException, InterruptedException {
        var payara = PayaraMicro.unpack(property("faults.payara"), home.payara());
        var war = copy(property("faults.war"));
        var workerWar = copy(property("faults.worker-war"));
        int uid = FIRST_UID;
        var key = ApiKey.random();
        for (int number = 1; number <= NODES; number++) {
            var settings = Map.of("WORKER_ENABLED", "false");
            var plan = plan("node-" + number, war, settings);
            nodes.add(new Member(payara, plan.withEnvironment(key.toEnvironment()).withUid(uid++)));
        }
        for (int number = 1; number <= WORKERS; number++) {
            var name = "worker-" + number;
            var settings =
                    Map.of(
                            "WORKER_GROUP",
                            name,
                            "WORKER_MAX_PARALLEL_JOBS",
                            "120",
                            "FAULTS_LEDGER_URL",
                            services.ledger.jdbcUrl());
            var plan = plan(name, workerWar, settings);
            workers.add(new Member(payara, plan.withUid(uid++)));
        }
        startMissing();
    }

    private NodePlan plan(String name, Path war, Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(services.urls().toEnvironment());
        environment.putAll(settings);
        return new NodePlan(
                name, run.resolve(name), war, Shell.freePort(), JVM, Map.copyOf(environment));
    }

    /** What a member runs lies where its user can read it. */
    private Path copy(Path war) throws IOException {
        return Files.copy(war, run.resolve(war.getFileName()));
    }

    private static Path property(String name) {
        return Path.of(System.getProperty(name));
    }

    /** Makes the cluster whole again: starts every server and member that does not run. */
    public void startMissing() throws IOException, InterruptedException {
        services.startMissing();
        var missing = members().stream().filter(member -> !member.isAlive()).toList();
        if (missing.size() > 1) { // the first one migrates the database
            launch(missing.subList(0, 1));
        }
        launch(missing.subList(missing.size() > 1 ? 1 : 0, missing.size()));
    }

    private static void launch(List<Member> members) throws IOException, InterruptedException {
        for (var member : members) {
            say("Starting " + member);
            member.launch();
        }
        for (var member : members) {
            member.awaitReady();
        }
    }

    public List<Member> nodes() {
        return List.copyOf(nodes);
    }

    public List<Member> workers() {
        return List.copyOf(workers);
    }

    /** The nodes, then the workers. */
    public List<Member> members() {
        return Stream.concat(nodes.stream(), workers.stream()).toList();
    }

    /** A node that runs. */
    public Member anyNode() {
        return nodes.stream().filter(Member::isAlive).findFirst().orElseThrow();
    }

    /**
     * The member with an id as the system gives it: its name, a dash and something of its own for
     * each start.
     */
    public Member member(String id) {
        return members().stream()
                .filter(member -> id.startsWith(member.name() + "-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no member has the id " + id));
    }

    public PostgresServer postgres() {
        return services.postgres;
    }

    /** Holds the ledger. Never to be hurt. */
    public PostgresServer ledger() {
        return services.ledger;
    }

    public RedisServer redis() {
        return services.redis;
    }

    public RabbitServer broker() {
        return services.broker;
    }

    static void say(String line) {
        System.out.println(line);
    }

    private void destroy() {
        members().forEach(Member::destroy);
        try {
            services.close();
        } catch (IOException e) {
            say(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        members().forEach(Member::destroy);
        services.close();
        home.close();
    }
}
