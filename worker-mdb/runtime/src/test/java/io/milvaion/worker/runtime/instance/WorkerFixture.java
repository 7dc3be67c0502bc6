package io.milvaion.worker.runtime.instance;

import static io.milvaion.worker.runtime.JobMessageBuilder.aJobMessage;
import static io.milvaion.worker.runtime.WorkerSettingsBuilder.someSettings;
import static io.milvaion.worker.runtime.instance.JobDefinitionBuilder.aJob;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.JobMessage;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.RedisKeys;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.contract.VerdictMessage;
import io.milvaion.contract.VerifyMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerSettings;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.redis.Redis;
import io.milvaion.platform.redis.RedisSettings;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.JobDataReader;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.job.WorkerSecrets;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The scheduler's side of the protocol for tests, and workers to try it on. */
final class WorkerFixture implements BeforeEachCallback, AfterEachCallback, AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(20);
    static final ThreadFactory THREADS =
            body -> {
                var thread = new Thread(body, "worker-test");
                thread.setDaemon(true);
                return thread;
            };

    Redis redis; // set when connected
    final List<Report> reports = new CopyOnWriteArrayList<>();
    final List<LogMessage.Line> lines = new CopyOnWriteArrayList<>();
    final List<String> arrivals = new CopyOnWriteArrayList<>(); // "log" and "report", in order
    final List<VerifyMessage.Question> questions = new CopyOnWriteArrayList<>();

    /** What the scheduler says about doubtful messages: run or drop, or null for no answer. */
    volatile Function<VerifyMessage.Question, Boolean> verdict = question -> true;

    private final List<Runnable> closeables = new ArrayList<>();
    private final IntSupplier redisPort;
    private final IntSupplier brokerPort;
    private BrokerLink link;
    private Channel channel; // guarded by this once listening

    WorkerFixture(IntSupplier redisPort, IntSupplier brokerPort) {
        this.redisPort = redisPort;
        this.brokerPort = brokerPort;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        connect();
    }

    /** Starts with an empty Redis and empty queues. */
    void connect() throws Exception {
        redis = redis(redisPort.getAsInt(), new RedisKeys("test-" + UUID.randomUUID() + ":"));
        redis.pool().set(redis.keys().generation(), "g1");
        forgetEarlierTests();
        listen();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    private void forgetEarlierTests() throws Exception {
        try (var cleaning = link(brokerPort.getAsInt())) {
            channel = cleaning.openChannel();
            Topology.declare(channel);
            for (String queue :
                    List.of(
                            BrokerNames.STATUS_QUEUE,
                            BrokerNames.LOG_QUEUE,
                            BrokerNames.VERIFY_QUEUE,
                            BrokerNames.DEAD_LETTER_QUEUE)) {
                channel.queuePurge(queue);
            }
        }
    }

    /** Connects to the broker, also after it was restarted, and hears what workers say. */
    void listen() throws Exception {
        link = link(brokerPort.getAsInt());
        channel = link.openChannel();
        Topology.declare(channel);
        channel.basicConsume(
                BrokerNames.STATUS_QUEUE, true, (tag, message) -> onStatus(message), tag -> {});
        channel.basicConsume(
                BrokerNames.LOG_QUEUE, true, (tag, message) -> onLog(message), tag -> {});
        channel.basicConsume(
                BrokerNames.VERIFY_QUEUE, true, (tag, message) -> onVerify(message), tag -> {});
    }

    private void onVerify(Delivery message) throws IOException {
        try {
            var asked = WireJson.read(message.getBody(), VerifyMessage.class).questions();
            questions.addAll(asked);
            var answers =
                    asked.stream()
                            .filter(q -> verdict.apply(q) != null)
                            .map(
                                    q ->
                                            new VerdictMessage.Answer(
                                                    q.occurrenceId(),
                                                    q.attempt(),
                                                    verdict.apply(q)))
                            .toList();
            var properties =
                    new AMQP.BasicProperties.Builder()
                            .correlationId(message.getProperties().getCorrelationId())
                            .build();
            answer(message.getProperties().getReplyTo(), properties, new VerdictMessage(answers));
        } catch (PoisonMessage e) {
            throw new IOException(e);
        }
    }

    private synchronized void answer(
            String queue, AMQP.BasicProperties properties, VerdictMessage answer)
            throws IOException {
        channel.basicPublish("", queue, properties, WireJson.write(answer));
    }

    private void onStatus(Delivery message) throws IOException {
        try {
            reports.addAll(WireJson.read(message.getBody(), StatusMessage.class).reports());
            arrivals.add("report");
        } catch (PoisonMessage e) {
            throw new IOException(e);
        }
    }

    private void onLog(Delivery message) throws IOException {
        try {
            lines.addAll(WireJson.read(message.getBody(), LogMessage.class).lines());
            arrivals.add("log");
        } catch (PoisonMessage e) {
            throw new IOException(e);
        }
    }

    private static Redis redis(int port, RedisKeys keys) {
        return Redis.connect(
                new RedisSettings(URI.create("redis://127.0.0.1:" + port), keys, 2_000, 8));
    }

    /** Another way to the same Redis; closed with this fixture. */
    Redis redisThrough(int port) {
        var other = redis(port, redis.keys());
        closeables.add(other::close);
        return other;
    }

    /** A way to the broker that can be cut; closed with this fixture. */
    TestProxy brokerProxy() throws IOException {
        var proxy = new TestProxy(brokerPort.getAsInt());
        closeables.add(proxy::close);
        return proxy;
    }

    static BrokerLink link(int port) {
        return new BrokerLink(
                new BrokerSettings(
                        URI.create("amqp://guest:guest@127.0.0.1:" + port + "/%2F"), 2_000, 10),
                "test",
                THREADS);
    }

    /** Starts a worker that stops with this fixture. */
    Worker startWorker(
            WorkerSettings settings, WorkerStatistics statistics, JobDefinition... jobs) {
        return startWorker(brokerPort.getAsInt(), settings, statistics, jobs);
    }

    Worker startWorker(
            int port, WorkerSettings settings, WorkerStatistics statistics, JobDefinition... jobs) {
        return startWorker(redis, link(port), link(port), settings, statistics, jobs);
    }

    /** Starts one with connections of its own, which are closed after it. */
    Worker startWorker(
            Redis redis,
            BrokerLink consuming,
            BrokerLink publishing,
            WorkerSettings settings,
            WorkerStatistics statistics,
            JobDefinition... jobs) {
        closeables.add(consuming::close);
        closeables.add(publishing::close);
        var worker =
                new Worker(
                        settings,
                        List.of(jobs),
                        new WorkerConnections(redis, consuming, publishing),
                        new JobDataReader(null, WorkerSecrets.NONE),
                        statistics,
                        THREADS);
        worker.start();
        closeables.add(worker::stop);
        return worker;
    }

    static WorkerSettings settings(int parallel) {
        return settings(parallel, emptyDirectory());
    }

    static WorkerSettings settings(int parallel, Path store) {
        return someSettings(store).parallel(parallel).build();
    }

    static Path emptyDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JobDefinition job(String type, int parallel, Job job) {
        return aJob(type, job).parallel(parallel).build();
    }

    /** Says that it runs, and then waits until it is interrupted. */
    static Job endless(CountDownLatch running) {
        return context -> {
            running.countDown();
            new CountDownLatch(1).await();
            return JobResult.empty();
        };
    }

    /** Declares the queue of a type as the scheduler does. */
    synchronized void declare(String type) throws IOException {
        var queue = BrokerNames.jobQueue(null, type);
        channel.queueDeclare(queue, true, false, false, null);
        channel.queueBind(queue, BrokerNames.JOB_EXCHANGE, BrokerNames.jobBinding(null, type));
    }

    /** As somebody does it by hand. */
    synchronized void deleteQueue(String queue) throws IOException {
        channel.queueDelete(queue);
    }

    static JobMessage message(String type, UUID id, int attempt, String data) {
        return aJobMessage(type, id).attempt(attempt).data(data).build();
    }

    /** As somebody publishes it who does not know what became of the first. */
    static JobMessage secondCopy(String type, UUID id, int attempt) {
        return aJobMessage(type, id).attempt(attempt).copy(2).build();
    }

    void publish(JobMessage message) throws IOException {
        publish(message.jobType(), message.occurrenceId(), WireJson.write(message));
    }

    synchronized void publish(String type, UUID id, byte[] body) throws IOException {
        channel.basicPublish(
                BrokerNames.JOB_EXCHANGE, BrokerNames.routingKey(null, type, id), null, body);
    }

    /** A message of the dead-letter queue, or null. */
    synchronized com.rabbitmq.client.GetResponse deadLetter() throws IOException {
        return channel.basicGet(BrokerNames.DEAD_LETTER_QUEUE, true);
    }

    /** A heartbeat that nobody has read, or null. */
    synchronized com.rabbitmq.client.GetResponse heartbeat() throws IOException {
        return channel.basicGet(BrokerNames.HEARTBEAT_QUEUE, true);
    }

    /** Messages of a type that nobody has now. */
    synchronized long ready(String type) throws IOException {
        return channel.messageCount(BrokerNames.jobQueue(null, type));
    }

    static ConditionFactory soon() {
        return await().atMost(LONG).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }

    Report awaitEnd(UUID id, int attempt) {
        return soon().until(
                        () ->
                                reports.stream()
                                        .filter(r -> r.occurrenceId().equals(id))
                                        .filter(r -> r.attempt() == attempt)
                                        .filter(r -> r.state() != OccurrenceState.RUNNING)
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    String claimField(UUID id, String field) {
        return redis.pool().hget(redis.keys().claim(id), field);
    }

    @Override
    public void close() {
        for (int i = closeables.size() - 1; i >= 0; i--) {
            closeables.get(i).run();
        }
        link.close();
        redis.close();
    }
}
