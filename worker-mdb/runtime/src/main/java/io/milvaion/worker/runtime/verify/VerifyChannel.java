package io.milvaion.worker.runtime.verify;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.VerdictMessage;
import io.milvaion.contract.VerifyMessage;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.amqp.Signing;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.log.QuietLog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A channel with a reply queue of its own, on which one thread asks. */
final class VerifyChannel implements AutoCloseable {

    private static final QuietLog QUIET = QuietLog.of(VerifyChannel.class);
    private static final long BELIEVED_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String FORGOTTEN_AFTER_MILLIS = "30000"; // it was asked again by then

    private final String instanceId;
    private final Signing signing;
    private final Channel channel;
    private final String replyQueue;

    private VerifyChannel(String instanceId, Signing signing, Channel channel, String replyQueue) {
        this.instanceId = instanceId;
        this.signing = signing;
        this.channel = channel;
        this.replyQueue = replyQueue;
    }

    /**
     * @param answers gets each answer that is not too old to be believed, on a thread of the
     *     connection
     */
    static VerifyChannel open(
            BrokerLink link,
            String instanceId,
            Signing signing,
            Consumer<VerdictMessage.Answer> answers)
            throws IOException, BrokerUnavailable {
        var channel = link.openChannel();
        try {
            Topology.declare(channel);
            var queue = channel.queueDeclare("", false, true, true, null).getQueue();
            channel.basicConsume(
                    queue,
                    true,
                    (tag, delivery) -> answered(delivery, answers),
                    tag -> BrokerLink.abort(channel));
            return new VerifyChannel(instanceId, signing, channel, queue);
        } catch (IOException | RuntimeException e) {
            BrokerLink.abort(channel);
            throw e;
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** The correlation id is the moment of asking: only this process reads it again. */
    void ask(List<Question> questions) throws IOException {
        var properties =
                new AMQP.BasicProperties.Builder()
                        .contentType("application/json")
                        .replyTo(replyQueue)
                        .correlationId(Long.toString(System.nanoTime()))
                        .expiration(expiration())
                        .build();
        var queue = BrokerNames.VERIFY_QUEUE;
        var body = WireJson.write(new VerifyMessage(instanceId, questions));
        channel.basicPublish("", queue, signing.sign(properties, queue, replyQueue, body), body);
    }

    /** RabbitMQ reads milliseconds here, as the specification leaves open; others a date. */
    private String expiration() {
        var product = channel.getConnection().getServerProperties().get("product");
        return "RabbitMQ".equals(String.valueOf(product)) ? FORGOTTEN_AFTER_MILLIS : null;
    }

    private static void answered(Delivery delivery, Consumer<VerdictMessage.Answer> answers) {
        try {
            long asked = Long.parseLong(delivery.getProperties().getCorrelationId());
            boolean believed = System.nanoTime() - asked < BELIEVED_NANOS;
            var message = WireJson.read(delivery.getBody(), VerdictMessage.class);
            if (message.answers() == null) {
                throw new PoisonMessage("a verdict without answers", null);
            }
            for (VerdictMessage.Answer answer : message.answers()) {
                if (believed || !answer.run()) {
                    answers.accept(answer);
                }
            }
        } catch (PoisonMessage | NumberFormatException e) {
            QUIET.log(Level.WARNING, e, "an answer about doubtful messages cannot be read");
        }
    }

    @Override
    public void close() {
        BrokerLink.abort(channel);
    }
}
