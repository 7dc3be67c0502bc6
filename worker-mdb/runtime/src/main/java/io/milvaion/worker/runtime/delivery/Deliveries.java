package io.milvaion.worker.runtime.delivery;

import com.rabbitmq.client.Delivery;
import io.milvaion.contract.JobMessage;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.attempt.AttemptExecutor;
import io.milvaion.worker.runtime.queue.PoisonDelivery;
import io.milvaion.worker.runtime.queue.Receipt;
import io.milvaion.worker.runtime.report.Outbox;
import java.lang.System.Logger.Level;
import java.util.Locale;

/** Reads deliveries on the threads of the broker connection and hands them to the loop. */
final class Deliveries {

    private static final QuietLog QUIET = QuietLog.of(Deliveries.class);

    private final Inbox inbox;
    private final AttemptExecutor executor;
    private final Outbox outbox;
    private final WorkerStatistics statistics;

    Deliveries(Inbox inbox, AttemptExecutor executor, Outbox outbox, WorkerStatistics statistics) {
        this.inbox = inbox;
        this.executor = executor;
        this.outbox = outbox;
        this.statistics = statistics;
    }

    /** A delivery from a queue of a lane. */
    void read(Lane lane, Delivery delivery, Receipt receipt) {
        try {
            var attempt = executor.prepare(message(delivery, lane), lane.definition());
            var arrival = new Arrival(attempt, delivery.getEnvelope().isRedeliver());
            inbox.post(
                    () -> {
                        receipt.arrived();
                        attempt.add(receipt);
                        lane.unclaimed().addLast(arrival);
                    });
        } catch (PoisonMessage e) {
            QUIET.log(
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
    }

    private static JobMessage message(Delivery delivery, Lane lane) throws PoisonMessage {
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
