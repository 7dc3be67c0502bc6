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
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerSettings;
import io.milvaion.platform.amqp.BrokerUnavailable;
import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.RedisClient;

/**
 * The drain without a scheduler: all stages at once, then one after the other. Has tables of the
 * node's form, and keys and queues of its own.
 */
public final class RawLimit implements Scenario, AutoCloseable {

    private static final RedisKeys KEYS = new RedisKeys("Milvaion:Bench:");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final String databaseUrl;
    private final int runs;
    private final RedisClient redis;
    private final URI brokerUrl;
    private final ConnectionFactory broker;

    private RawLimit(
            String databaseUrl,
            int runs,
            RedisClient redis,
            URI brokerUrl,
            ConnectionFactory broker) {
        this.databaseUrl = databaseUrl;
        this.runs = runs;
        this.redis = redis;
        this.brokerUrl = brokerUrl;
        this.broker = broker;
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
        return new RawLimit(
                databaseUrl,
                runs,
                RedisClient.create(urls.redis()),
                URI.create(urls.rabbitmq()),
                broker);
    }

    @Override
    public void measure(Figures figures) throws Exception {
        try (var publishing = broker.newConnection("bench");
                var consuming = broker.newConnection("bench")) {
            clean(publishing);
            figures.add("drain, due to last recorded", "runs/s", together(publishing, consuming));
        }
        try (var publishing = broker.newConnection("bench");
                var consuming = broker.newConnection("bench")) {
            clean(publishing);
            oneAfterTheOther(publishing, consuming, figures);
        }
    }

    private double together(Connection publishing, Connection consuming) throws Exception {
        BlockingQueue<RawBatch> opened = new ArrayBlockingQueue<>(1);
        var recorded = new AtomicInteger();
        var due = plan();
        try (var dispatch = new DispatchStage(databaseUrl, redis, KEYS);
                var track = new TrackStage(databaseUrl, consuming, redis, KEYS);
                var publish = publishStage();
                var publishToo = publishStage()) {
            var report = new ReportStage(publishing);
            var work = new WorkStage(consuming, redis, KEYS);
            try (var loops = new Loops()) {
                awaitDue(due);
                loops.start(() -> dispatch(dispatch, opened));
                loops.start(() -> publish(publish, opened));
                loops.start(() -> publish(publishToo, opened));
                loops.start(() -> report.ended(work.pass()));
                loops.start(() -> work.reported(report.pass()));
                loops.start(() -> recorded.addAndGet(track.pass()));
                awaitAll(recorded, loops);
                return rate(due);
            }
        }
    }

    private static void dispatch(DispatchStage stage, BlockingQueue<RawBatch> opened)
            throws SQLException, InterruptedException {
        var batch = stage.next();
        if (batch.runs().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(1);
        } else {
            opened.put(batch);
        }
    }

    private static void publish(PublishStage stage, BlockingQueue<RawBatch> opened)
            throws IOException, InterruptedException {
        var batch = opened.poll(5, TimeUnit.MILLISECONDS);
        if (batch != null) {
            stage.publish(batch);
        }
    }

    private void awaitAll(AtomicInteger recorded, Loops loops) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (recorded.get() < runs) {
            loops.check();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d runs were recorded within %s"
                                .formatted(recorded.get(), runs, LIMIT));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void oneAfterTheOther(Connection publishing, Connection consuming, Figures figures)
            throws Exception {
        awaitDue(plan());
        var start = Instant.now();
        var batches = dispatchAll();
        figures.add("part: dispatch", "runs/s", rate(start));
        start = Instant.now();
        publishAll(batches);
        figures.add("part: publish", "runs/s", rate(start));
        start = Instant.now();
        var ended = workAll(consuming);
        figures.add("part: consume and claim", "runs/s", rate(start));
        start = Instant.now();
        reportAll(publishing, ended);
        figures.add("part: report", "runs/s", rate(start));
        start = Instant.now();
        trackAll(consuming);
        figures.add("part: track", "runs/s", rate(start));
    }

    private List<RawBatch> dispatchAll() throws SQLException {
        var batches = new ArrayList<RawBatch>();
        try (var stage = new DispatchStage(databaseUrl, redis, KEYS)) {
            int opened = 0;
            while (opened < runs) {
                var batch = stage.next();
                opened += batch.runs().size();
                batches.add(batch);
            }
        }
        return batches;
    }

    private void publishAll(List<RawBatch> batches) throws Exception {
        var left = new ConcurrentLinkedQueue<>(batches);
        var published = new AtomicInteger();
        try (var publish = publishStage();
                var publishToo = publishStage();
                var loops = new Loops()) {
            loops.start(() -> publish(publish, left, published));
            loops.start(() -> publish(publishToo, left, published));
            awaitAll(published, loops);
        }
    }

    private static void publish(PublishStage stage, Queue<RawBatch> left, AtomicInteger published)
            throws IOException, InterruptedException {
        var batch = left.poll();
        if (batch == null) {
            TimeUnit.MILLISECONDS.sleep(1);
        } else {
            stage.publish(batch);
            published.addAndGet(batch.runs().size());
        }
    }

    private PublishStage publishStage() throws BrokerUnavailable, IOException {
        var link =
                new BrokerLink(
                        new BrokerSettings(brokerUrl, 3_000, 10),
                        "bench",
                        Executors.defaultThreadFactory());
        return new PublishStage(link, redis, KEYS);
    }

    private List<UUID> workAll(Connection consuming) throws IOException, InterruptedException {
        var ended = new ArrayList<UUID>();
        var stage = new WorkStage(consuming, redis, KEYS);
        while (ended.size() < runs) {
            var arrived = stage.pass();
            ended.addAll(arrived);
            stage.reported(arrived);
        }
        stage.pass();
        return ended;
    }

    private void reportAll(Connection publishing, List<UUID> ended)
            throws IOException, InterruptedException {
        var stage = new ReportStage(publishing);
        stage.ended(ended);
        int reported = 0;
        while (reported < runs) {
            reported += stage.pass().size();
        }
    }

    private void trackAll(Connection consuming)
            throws IOException, InterruptedException, SQLException {
        try (var stage = new TrackStage(databaseUrl, consuming, redis, KEYS)) {
            int recorded = 0;
            while (recorded < runs) {
                recorded += stage.pass();
            }
        }
    }

    private Instant plan() throws SQLException {
        var due = Due.atOnce(runs, 5 + runs / 5_000);
        try (var database = DriverManager.getConnection(databaseUrl)) {
            Durability.require(database);
            new OneTimeJobs(database, redis, KEYS).plan(due.instants());
        }
        if (Instant.now().isAfter(due.first())) {
            throw new IllegalStateException("the jobs could not be entered before they were due");
        }
        return due.first();
    }

    private static void awaitDue(Instant due) throws InterruptedException {
        long millis = Duration.between(Instant.now(), due).toMillis();
        TimeUnit.MILLISECONDS.sleep(millis + 1);
    }

    private double rate(Instant start) {
        return runs * 1e9 / Duration.between(start, Instant.now()).toNanos();
    }

    private void clean(Connection publishing) throws IOException {
        redis.del(KEYS.schedule(), KEYS.ready(), KEYS.open(), KEYS.dispatching());
        Queues.declareEmpty(publishing.createChannel());
    }

    @Override
    public void close() throws IOException, TimeoutException {
        try (redis;
                var connection = broker.newConnection("bench")) {
            Queues.delete(connection.createChannel());
        }
    }
}
