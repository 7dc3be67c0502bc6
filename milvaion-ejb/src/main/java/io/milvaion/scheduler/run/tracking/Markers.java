package io.milvaion.scheduler.run.tracking;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.redis.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Messages that the scheduler sends to itself through {@code milvaion.status}: once a tracker has
 * committed past one, everything that was reported before it is in the database. Safe to share.
 */
@ApplicationScoped
public class Markers {

    /** The AMQP message type that tells a marker from reports. */
    private static final String TYPE = "milvaion.marker";

    private static final int CONFIRM_MILLIS = 5_000;
    private static final long REMEMBERED_SECONDS = 600;

    private Redis redis;

    protected Markers() {} // for the container's proxy

    @Inject
    public Markers(Redis redis) {
        this.redis = redis;
    }

    /** Sends a marker and waits for the broker's confirm. */
    public void send(BrokerLink link, String marker) throws BrokerUnavailable, IOException {
        Channel channel = link.openChannel();
        try {
            channel.confirmSelect();
            channel.basicPublish(
                    "",
                    BrokerNames.STATUS_QUEUE,
                    new AMQP.BasicProperties.Builder().type(TYPE).deliveryMode(2).build(),
                    marker.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (TimeoutException e) {
            throw new IOException("the broker did not confirm a marker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a marker was sent", e);
        } finally {
            channel.abort();
        }
    }

    /** Whether a tracker, on any node, has committed past a marker. */
    public boolean isPassed(String marker) {
        return marker.equals(redis.pool().get(redis.keys().marker()));
    }

    static Optional<String> in(Delivery delivery) {
        return TYPE.equals(delivery.getProperties().getType())
                ? Optional.of(new String(delivery.getBody(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Notes that all reports before a marker are committed. */
    void passed(String marker) {
        try {
            redis.pool()
                    .set(
                            redis.keys().marker(),
                            marker,
                            SetParams.setParams().ex(REMEMBERED_SECONDS));
        } catch (JedisException e) { // the sweep sends another one
            System.getLogger(Markers.class.getName())
                    .log(System.Logger.Level.DEBUG, "marker not noted", e);
        }
    }
}
