package io.milvaion.scheduler.run.inbox;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.platform.amqp.DeadLetters;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.ground.persistence.DataRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what can never be handled in a batch, and sends it to the dead letters after the rest is
 * committed: a batch that comes again should not leave two letters.
 */
public final class Poison {

    private static final QuietLog QUIET = QuietLog.of(Poison.class);

    /** Reads a message. */
    @FunctionalInterface
    public interface Reading {
        void read() throws PoisonMessage;
    }

    private record Refused(Delivery delivery, String reason) {}

    private final Channel channel;
    private final List<Refused> letters = new ArrayList<>();

    public Poison(Channel channel) {
        this.channel = channel;
    }

    /** Reads a message, or remembers that it cannot be read. */
    public void unless(Delivery delivery, Reading reading) {
        try {
            reading.read();
        } catch (PoisonMessage e) {
            letters.add(new Refused(delivery, e.getMessage()));
        }
    }

    /**
     * Remembers a part of a message that PostgreSQL refuses.
     *
     * @param body that part, as a message of its own
     */
    public void refused(Delivery origin, byte[] body, DataRefused cause) {
        refused(origin, body, "SQLSTATE " + cause.sqlState() + ": " + cause.getMessage());
    }

    /** Remembers a part of a message that is refused for another reason, one sentence. */
    public void refused(Delivery origin, byte[] body, String reason) {
        letters.add(
                new Refused(
                        new Delivery(origin.getEnvelope(), origin.getProperties(), body), reason));
    }

    /** Sends the letters and waits for the broker's confirms. */
    public void send() throws IOException {
        for (var letter : letters) {
            QUIET.log(System.Logger.Level.WARNING, "dead-lettered: {0}", letter.reason());
            DeadLetters.send(channel, letter.delivery(), letter.reason());
        }
    }
}
