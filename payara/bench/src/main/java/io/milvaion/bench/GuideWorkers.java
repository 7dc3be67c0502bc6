package io.milvaion.bench;

import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.Node;
import io.milvaion.launcher.NodePlan;
import io.milvaion.launcher.PayaraMicro;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The processes that run the jobs of {@link GuideRow}, and what these jobs need: a service to call,
 * and a table to insert into. For one thread.
 */
final class GuideWorkers implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private final Options options;
    private final Connection database;
    private final PayaraMicro payara;
    private final Map<String, String> environment;
    private final SlowService service;
    private final List<Node> processes = new ArrayList<>();

    private GuideWorkers(
            Options options,
            Connection database,
            PayaraMicro payara,
            Map<String, String> environment,
            SlowService service) {
        this.options = options;
        this.database = database;
        this.payara = payara;
        this.environment = environment;
        this.service = service;
    }

    /** Makes what the jobs need; no worker is started yet. */
    static GuideWorkers open(Options options, ServiceUrls urls, Target target)
            throws IOException, SQLException {
        var payara = PayaraMicro.unpack(options.payara(), options.data().resolve("payara"));
        execute(target.database(), "drop table if exists bench_inserts");
        execute(target.database(), "create table bench_inserts (occurrence_id uuid primary key)");
        var service = SlowService.start();
        return new GuideWorkers(
                options, target.database(), payara, environment(urls, service), service);
    }

    private static Map<String, String> environment(ServiceUrls urls, SlowService service) {
        var environment = new HashMap<>(urls.toEnvironment());
        environment.put("BENCH_SERVICE_URL", service.uri().toString());
        int most = Arrays.stream(GuideRow.values()).mapToInt(GuideRow::concurrency).max().orElse(1);
        environment.put("WORKER_MAX_PARALLEL_JOBS", Integer.toString(most));
        for (var row : GuideRow.values()) {
            environment.put(row.concurrencyVariable(), Integer.toString(row.concurrency()));
        }
        return environment;
    }

    /** Starts workers one after the other until there are so many, and each is registered. */
    void growTo(int count) throws IOException, InterruptedException, SQLException {
        while (processes.size() < count) {
            int before = registered();
            start("bench-worker-" + (processes.size() + 1));
            long start = System.nanoTime();
            while (registered() == before) {
                if (System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IOException("a worker has not been registered within " + LIMIT);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    private void start(String name) throws IOException, InterruptedException {
        Console.say("Starting " + name);
        var plan =
                new NodePlan(
                        name,
                        options.data().resolve(name),
                        options.workerWar(),
                        Target.freePort(),
                        options.workerJvm(),
                        environment);
        var process = Node.start(payara, plan);
        processes.add(process);
        process.awaitReady(LIMIT);
    }

    /** Every start is another instance, so those of earlier programs only count alike. */
    private int registered() throws SQLException {
        try (var statement =
                database.prepareStatement(
                        "select count(*) from workers where consumers @> ?::jsonb")) {
            statement.setString(1, "[{\"jobType\": \"%s\"}]".formatted(GuideRow.MAIL.jobType()));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void execute(Connection database, String command) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() throws SQLException {
        processes.forEach(Node::close);
        service.close();
        execute(database, "drop table bench_inserts");
    }
}
