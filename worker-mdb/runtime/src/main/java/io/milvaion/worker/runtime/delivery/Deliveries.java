package io.milvaion.worker.runtime.delivery;

import com.rabbitmq.client.DeliverCallback;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.JobMessage;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.JobDataReader;
import io.milvaion.worker.runtime.job.RunningJob;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Reads deliveries on the threads of the broker connection and hands them to the loop. */
final class Deliveries {

    private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

    private final Inbox inbox;
    private final Intake intake;
    private final JobDataReader dataReader;
    private final RedisClock clock;
    private final Outbox outbox;
    private final WorkerStatistics statistics;

    Deliveries(
            Inbox inbox,
            Intake intake,
            JobDataReader dataReader,
            RedisClock clock,
            Outbox outbox,
            WorkerStatistics statistics) {
        this.inbox = inbox;
        this.intake = intake;
        this.dataReader = dataReader;
        this.clock = clock;
        this.outbox = outbox;
        this.statistics = statistics;
    }

    /** Makes what is called for each delivery of a lane on a channel. */
    DeliverCallback callback(Lane lane, ConsumedChannel channel) {
        return (consumerTag, delivery) -> {
            var receipt = new Receipt(channel, delivery.getEnvelope().getDeliveryTag());
            try {
                var message = read(delivery, lane);
                var job = new RunningJob(message, dataReader, clock, outbox::addLine);
                var run = new Run(message, lane, job);
                boolean redelivered = delivery.getEnvelope().isRedeliver();
                inbox.post(
                        () -> {
                            receipt.arrived();
                            run.receipts().add(receipt);
                            intake.arrived(new Arrival(run, redelivered));
                        });
            } catch (PoisonMessage e) {
                LOG.log(
                        Level.WARNING,
                        "message {0} goes to the dead letters: {1}",
                        delivery.getEnvelope().getRoutingKey(),
                        e.getMessage());
                statistics.countPoison();
                var poison = new PoisonDelivery(delivery, e.getMessage(), receipt);
                inbox.post(
                        () -> {
                            receipt.arrived();
                            outbox.addPoison(poison);
                        });
            }
        };
    }

    private static JobMessage read(Delivery delivery, Lane lane) throws PoisonMessage {
        var message = WireJson.read(delivery.getBody(), JobMessage.class);
        var type = lane.definition().type().name();
        if (message.occurrenceId() == null) {
            throw new PoisonMessage("the job message has no occurrenceId", null);
        }
        if (message.attempt() < 1) {
            throw new PoisonMessage("attempt must be at least 1: " + message.attempt(), null);
        }
        if (message.jobType() == null || !message.jobType().toLowerCase(Locale.ROOT).equals(type)) {
            throw new PoisonMessage(
                    "job type " + message.jobType() + " came to the queue of " + type, null);
        }
        return message;
    }
}
