package io.milvaion.bench.raw;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.RedisKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.RedisClient;

/**
 * From the queue to claimed, and from reported to acknowledged: each pass makes the calls for all
 * that has come in one pipeline, as a worker does. Running takes no time. For one thread.
 */
final class WorkStage {

    /** As many as a worker has unacknowledged when its runs are short: slots and 500. */
    private static final int PREFETCH = 520;

    private static final int NOBODY_WAITS_MILLIS = 5;

    /** What others tell this thread: a message has come, or these are reported. */
    private record News(Delivery arrived, List<UUID> reported) {}

    private final BlockingQueue<News> inbox = new LinkedBlockingQueue<>();
    private final Channel channel;
    private final RedisClient redis;
    private final RedisKeys keys;
    private final String claim;
    private final String done;
    private long lastTag;
    private int unacknowledged;

    WorkStage(Connection broker, RedisClient redis, RedisKeys keys) throws IOException {
        this.channel = broker.createChannel();
        this.redis = redis;
        this.keys = keys;
        this.claim = Script.CLAIM.load(redis);
        this.done = Script.DONE.load(redis);
        channel.basicQos(PREFETCH);
        channel.basicConsume(
                Queues.JOBS,
                false,
                (tag, delivery) -> inbox.add(new News(delivery, List.of())),
                tag -> {});
    }

    /** These reports are confirmed; any thread. */
    void reported(List<UUID> ids) {
        inbox.add(new News(null, ids));
    }

    /**
     * Handles what has come, if something comes soon.
     *
     * @return the runs that have ended
     */
    List<UUID> pass() throws IOException, InterruptedException {
        var news = new ArrayList<News>();
        var first = inbox.poll(NOBODY_WAITS_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        news.add(first);
        inbox.drainTo(news);
        var arrived = new ArrayList<UUID>();
        var reported = new ArrayList<UUID>();
        for (var one : news) {
            reported.addAll(one.reported());
            if (one.arrived() != null) {
                arrived.addAll(Wire.ids(one.arrived().getBody()));
                lastTag = one.arrived().getEnvelope().getDeliveryTag();
                unacknowledged++;
            }
        }
        call(arrived, reported);
        acknowledge(reported.size());
        return arrived;
    }

    private void call(List<UUID> arrived, List<UUID> reported) {
        String generation = arrived.isEmpty() ? "" : redis.get(keys.generation());
        String now = Long.toString(Instant.now().toEpochMilli());
        try (var pipeline = redis.pipelined()) {
            for (var id : arrived) {
                pipeline.evalsha(claim, keysOf(id), claimArguments(generation, now));
            }
            for (var id : reported) {
                pipeline.evalsha(
                        done, keysOf(id), List.of("1", "bench", "token", "30000", "600000"));
            }
            pipeline.sync();
        }
    }

    private static List<String> claimArguments(String generation, String published) {
        String known = generation == null ? "" : generation;
        return List.of(
                "1", "bench", "token", "30000", "600000", // attempt, who, lease, time to live
                "1", "0", "1", known, known, published, "0"); // start at once, first copy, no doubt
    }

    private List<String> keysOf(UUID id) {
        return List.of(keys.claim(id), keys.cancel(id));
    }

    /** Reports keep the order of arrival, so what is reported is the oldest. */
    private void acknowledge(int more) throws IOException {
        if (more > 0) {
            unacknowledged -= more;
            channel.basicAck(lastTag - unacknowledged, true);
        }
    }
}
