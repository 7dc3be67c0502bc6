package io.milvaion.bench.raw;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.bench.Due;
import io.milvaion.bench.Durability;
import io.milvaion.bench.Figures;
import io.milvaion.bench.OneTimeJobs;
import io.milvaion.bench.Scenario;
import io.milvaion.contract.RedisKeys;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.RedisClient;

/**
 * The drain without a scheduler: all stages at once, then one after the other. Has tables of the
 * node's form, and keys and queues of its own.
 */
public final class RawLimit implements Scenario, AutoCloseable {

    private static final RedisKeys KEYS = new RedisKeys("Milvaion:Bench:");

    private final Stages stages;
    private final ConnectionFactory broker;
    private final int runs;

    private RawLimit(Stages stages, ConnectionFactory broker, int runs) {
        this.stages = stages;
        this.broker = broker;
        this.runs = runs;
    }

    /**
     * Makes it.
     *
     * @param databaseUrl of a database with the node's tables, for JDBC
     * @param runs due at once
     */
    public static RawLimit open(String databaseUrl, ServiceUrls urls, int runs) throws Exception {
        var broker = new ConnectionFactory();
        broker.setUri(urls.rabbitmq());
        var redis = RedisClient.create(urls.redis());
        return new RawLimit(
                new Stages(databaseUrl, redis, KEYS, URI.create(urls.rabbitmq())), broker, runs);
    }

    @Override
    public void measure(Figures figures) throws Exception {
        try (var publishing = broker.newConnection("bench");
                var consuming = broker.newConnection("bench")) {
            clean(publishing);
            var due = plan();
            var recorded = new AllStages(stages, runs).drain(due, publishing, consuming);
            double rate = runs * 1e9 / Duration.between(due, recorded).toNanos();
            figures.add("drain, due to last recorded", "runs/s", rate);
        }
        try (var publishing = broker.newConnection("bench");
                var consuming = broker.newConnection("bench")) {
            clean(publishing);
            awaitDue(plan());
            new StageByStage(stages, runs).measure(publishing, consuming, figures);
        }
    }

    private Instant plan() throws SQLException {
        var due = Due.atOnce(runs, 5 + runs / 5_000);
        try (var database = DriverManager.getConnection(stages.databaseUrl())) {
            Durability.require(database);
            new OneTimeJobs(database, stages.redis(), KEYS).plan(due.instants());
        }
        if (Instant.now().isAfter(due.first())) {
            throw new IllegalStateException("the jobs could not be entered before they were due");
        }
        return due.first();
    }

    static void awaitDue(Instant due) throws InterruptedException {
        long millis = Duration.between(Instant.now(), due).toMillis();
        TimeUnit.MILLISECONDS.sleep(millis + 1);
    }

    private void clean(Connection publishing) throws IOException {
        stages.redis().del(KEYS.schedule(), KEYS.ready(), KEYS.open(), KEYS.dispatching());
        Queues.declareEmpty(publishing.createChannel());
    }

    @Override
    public void close() throws IOException, TimeoutException {
        try (var connection = broker.newConnection("bench")) {
            Queues.delete(connection.createChannel());
        } finally {
            stages.redis().close();
        }
    }
}
