package io.milvaion.bench.raw;

import com.rabbitmq.client.Channel;
import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.RedisClient;

/** From opened to confirmed by the broker, and forgotten in Redis. For one thread. */
final class PublishStage implements AutoCloseable {

    private final BrokerLink link;
    private final Channel channel;
    private final RedisClient redis;
    private final RedisKeys keys;
    private final String complete;

    PublishStage(BrokerLink link, RedisClient redis, RedisKeys keys)
            throws BrokerUnavailable, IOException {
        this.link = link;
        this.channel = link.openChannel();
        this.channel.confirmSelect();
        this.redis = redis;
        this.keys = keys;
        this.complete = Script.COMPLETE.load(redis);
    }

    /** Returns when the broker has confirmed all of it. */
    void publish(RawBatch batch) throws IOException, InterruptedException {
        link.together(() -> send(batch));
        channel.waitForConfirmsOrDie();
        complete(batch);
        redis.zrem(keys.ready(), batch.runs().stream().map(RawRun::ready).toArray(String[]::new));
    }

    private void send(RawBatch batch) throws IOException {
        String now = Instant.now().toString();
        for (var run : batch.runs()) {
            channel.basicPublish(
                    Queues.EXCHANGE,
                    "noop." + run.id(),
                    true,
                    Wire.PERSISTENT.builder().messageId(run.ready()).build(),
                    Wire.job(run, now, ""));
        }
    }

    private void complete(RawBatch batch) {
        var arguments = new ArrayList<String>(1 + 2 * batch.runs().size());
        arguments.add(batch.deadline());
        for (var run : batch.runs()) {
            arguments.add(run.jobId().toString());
            arguments.add("");
        }
        redis.evalsha(
                complete, List.of(keys.schedule(), keys.ready(), keys.dispatching()), arguments);
    }

    @Override
    public void close() {
        link.close();
    }
}
