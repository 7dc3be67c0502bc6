package io.milvaion.bench;

import static io.milvaion.launcher.rest.NewJob.aJob;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.milvaion.contract.BrokerNames;
import io.milvaion.launcher.rest.Api;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

/** What capacity planning multiplies: bytes in Redis and in the broker, each of one thing. */
record Capacity(Target target) implements Scenario {

    private static final int JOBS = 10_000;
    private static final Duration FAR = Duration.ofDays(1_461);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** A type that nobody runs, so that its messages stay in their queue. */
    private static final String QUEUED_TYPE = "benchqueued";

    @Override
    public void measure(Figures figures) throws Exception {
        scheduledJob(figures);
        figures.add("Redis, heartbeat key of a worker", "B", heartbeat());
        figures.add("Redis, lock of the leader", "B", (double) usage(target.keys().leader()));
        queuedMessage(figures);
    }

    private void scheduledJob(Figures figures) throws IOException, SQLException {
        var far = Instant.now().plus(FAR);
        target.jobs().plan(List.of(far)); // the key is there, and its one-off costs are paid
        long keyBefore = usage(target.keys().schedule());
        long allBefore = usedMemory();
        target.jobs().plan(new Due(far, JOBS).instants());
        long all = usedMemory() - allBefore;
        long key = usage(target.keys().schedule()) - keyBefore;
        target.jobs().remove();
        figures.add("Redis, scheduled job, by MEMORY USAGE", "B", (double) key / JOBS);
        figures.add("Redis, scheduled job, by used_memory", "B", (double) all / JOBS);
    }

    private double heartbeat() {
        return target.redis().keys(target.keys().worker("*")).stream()
                .mapToLong(this::usage)
                .average()
                .orElseThrow(() -> new IllegalStateException("no worker is alive"));
    }

    /** With the name of the key, and each member looked at. */
    private long usage(String key) {
        Long bytes = target.redis().memoryUsage(key, 0);
        return bytes == null ? 0 : bytes;
    }

    private long usedMemory() throws IOException {
        var memory = new Properties();
        memory.load(new StringReader(target.redis().info("memory")));
        return Long.parseLong(memory.getProperty("used_memory"));
    }

    private void queuedMessage(Figures figures) throws Exception {
        var message = trigger(target.api());
        var to = message.getEnvelope();
        int body = message.getBody().length;
        int header = message.getProps().toFrame(0, body).size();
        int address = to.getExchange().length() + to.getRoutingKey().length();
        figures.add("broker, queued job, body", "B", body);
        figures.add(
                "broker, queued job, with properties and address", "B", body + header + address);
    }

    /** Triggers a job that nobody runs, takes what waits for its worker, and leaves nothing. */
    private GetResponse trigger(Api api) throws Exception {
        var queue = BrokerNames.jobQueue(null, QUEUED_TYPE);
        var factory = new ConnectionFactory();
        factory.setUri(target.broker());
        try (var connection = factory.newConnection("bench");
                var channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, null); // as the node is about to do
            var job =
                    api.createJob(
                            aJob(QUEUED_TYPE)
                                    .named("Send an order confirmation")
                                    .once(Instant.now().plus(FAR))
                                    .data("to", "somebody@example.com")
                                    .data("order", 4711));
            var run = api.trigger(job);
            var message = take(channel, queue);
            api.send("POST", "api/v1/occurrences/" + run + "/cancel", "").expect(200);
            api.deleteJob(job);
            channel.queueDelete(queue);
            return message;
        }
    }

    private static GetResponse take(Channel channel, String queue)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            var message = channel.basicGet(queue, true);
            if (message != null) {
                return message;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("a triggered run was not published");
    }
}
