package io.milvaion.scheduler.state.publish;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.JobMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.failpoint.Failpoint;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.loop.Work;
import io.milvaion.scheduler.ground.redis.RedisClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one thread that owns the publishing channel: writes orders without waiting for their
 * confirms, which settle the orders on the connection's thread.
 */
final class PublishLoop implements Work {

    private static final System.Logger LOG = System.getLogger(PublishLoop.class.getName());
    private static final QuietLog QUIET = QuietLog.of(PublishLoop.class);
    private static final AMQP.BasicProperties PERSISTENT_JSON =
            new AMQP.BasicProperties.Builder()
                    .deliveryMode(2)
                    .contentType("application/json")
                    .build();

    private final BrokerLink link;
    private final PublishSettings settings;
    private final RedisClock clock;
    private final Supplier<String> generation;
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private volatile boolean stopping;
    private volatile long failingSince; // nanoTime, 0 = not failing
    private volatile boolean bindingsLost; // set when a message is refused, read by the loop
    private Channel channel;
    private JobQueues queues;
    private Outstanding outstanding = new Outstanding();
    private int sent; // runs of the order in hand that the channel answers for

    PublishLoop(
            BrokerLink link,
            PublishSettings settings,
            RedisClock clock,
            Supplier<String> generation) {
        this.link = link;
        this.settings = settings;
        this.clock = clock;
        this.generation = generation;
    }

    void submit(Order order) {
        if (stopping) {
            order.runs().forEach(run -> order.failed());
        } else {
            orders.add(order);
        }
    }

    /** For how long no publish has succeeded although some were tried; zero when they do. */
    Duration failingFor() {
        long since = failingSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    void forgetFailures() {
        failingSince = 0;
    }

    @Override
    public Duration step() throws InterruptedException {
        next(orders.poll(100, TimeUnit.MILLISECONDS));
        return Duration.ZERO;
    }

    @Override
    public void unblock() {
        stopping = true;
    }

    /** Publishes what was submitted before the end. */
    @Override
    public void end() {
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            next(order);
        }
    }

    private void next(Order order) {
        try {
            if (outstanding.olderThan(settings.confirmWait())) {
                abandonChannel("no confirm for " + settings.confirmWait().toSeconds() + " s");
            }
            if (order != null) {
                publish(order);
            }
        } catch (RuntimeException e) { // the thread goes on
            QUIET.log(System.Logger.Level.ERROR, e, "publishing goes on with a new channel");
            abandonChannel(e.toString());
        }
    }

    private void publish(Order order) {
        sent = 0;
        try {
            if (link.blocked().isPresent()) {
                throw new BrokerUnavailable("the broker blocks publishers", null);
            }
            requireChannel();
            if (bindingsLost) {
                bindingsLost = false;
                queues.forget();
            }
            for (OutgoingRun run : order.runs()) {
                queues.require(run.definition());
            }
            link.together(() -> send(order));
            Failpoint.reach("after-publish");
        } catch (BrokerUnavailable | IOException | com.rabbitmq.client.ShutdownSignalException e) {
            abandonChannel(e.getMessage());
            for (int i = sent; i < order.runs().size(); i++) {
                order.failed();
            }
        }
    }

    private void send(Order order) throws IOException {
        for (OutgoingRun run : order.runs()) {
            byte[] body = WireJson.write(message(run));
            outstanding.add(channel.getNextPublishSeqNo(), new Outstanding.Message(order, run));
            sent++;
            channel.basicPublish(
                    BrokerNames.JOB_EXCHANGE,
                    run.definition().routingKey(run.occurrenceId()),
                    true,
                    PERSISTENT_JSON.builder().messageId(run.key().member()).build(),
                    body);
        }
    }

    private JobMessage message(OutgoingRun run) {
        var job = run.definition();
        return new JobMessage(
                run.occurrenceId(),
                job.jobId(),
                job.jobName(),
                job.jobType(),
                job.workerGroup(),
                job.version(),
                run.plannedAt(),
                run.attempt(),
                run.copy(),
                clock.now(),
                generation.get(),
                run.manual(),
                job.timeoutSeconds(),
                run.triggeredBy(),
                job.data());
    }

    private void requireChannel() throws BrokerUnavailable, IOException {
        if (channel != null && channel.isOpen()) {
            return;
        }
        var opened = link.openChannel();
        var messages = new Outstanding();
        opened.confirmSelect();
        opened.addConfirmListener(
                (sequence, multiple) -> messages.take(sequence, multiple).forEach(this::acked),
                (sequence, multiple) -> messages.take(sequence, multiple).forEach(this::refused));
        opened.addReturnListener(
                returned -> messages.returned(returned.getProperties().getMessageId()));
        opened.addShutdownListener(cause -> messages.takeAll().forEach(m -> m.order.failed()));
        queues = new JobQueues(opened, settings.queueType());
        outstanding = messages;
        channel = opened;
    }

    private void acked(Outstanding.Message message) {
        if (message.returned) {
            refused(message);
        } else {
            failingSince = 0;
            message.order.confirmed(message.run);
        }
    }

    /**
     * A queue or binding is gone: RabbitMQ returns the message and acknowledges it, Broker-J
     * rejects it first. A broker that could not keep it rejects it, too: then the repetition fails
     * likewise.
     */
    private void refused(Outstanding.Message message) {
        if (message.order.mayRepeat()) {
            bindingsLost = true;
            submit(message.order.repeat(message.run));
        } else {
            message.order.failed();
        }
    }

    private void abandonChannel(String reason) {
        if (failingSince == 0) {
            failingSince = System.nanoTime();
        }
        QUIET.log(
                System.Logger.Level.WARNING,
                "publishing fails; unpublished runs wait and are published later: {0}",
                reason);
        if (channel != null) {
            try {
                channel.abort();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the channel was broken", e);
            }
            channel = null;
        }
        outstanding.takeAll().forEach(m -> m.order.failed());
    }
}
