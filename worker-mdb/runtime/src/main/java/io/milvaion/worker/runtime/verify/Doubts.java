package io.milvaion.worker.runtime.verify;

import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.amqp.Signing;
import io.milvaion.platform.log.QuietLog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks the scheduler whether doubtful messages are still about runs to start, all that have come up
 * in one message, and again every 5 s until there is an answer.
 */
public final class Doubts implements Runnable, AutoCloseable {

    private static final QuietLog QUIET = QuietLog.of(Doubts.class);
    private static final long RETRY_MILLIS = 500;

    private final BrokerLink link;
    private final String instanceId;
    private final Signing signing;
    private final OpenDoubts open = new OpenDoubts();
    private final CountDownLatch closed = new CountDownLatch(1);
    private VerifyChannel channel; // null until there is a doubt

    /**
     * @param link publishes; a channel of it is used while there are doubts
     */
    public Doubts(BrokerLink link, String instanceId, Signing signing) {
        this.link = link;
        this.instanceId = instanceId;
        this.signing = signing;
    }

    /**
     * Never blocks; any thread.
     *
     * @param answer told whether the run still waits for this attempt, on a thread of the broker
     *     connection, which it must not hold up
     */
    public void ask(UUID occurrenceId, int attempt, Consumer<Boolean> answer) {
        open.add(new Question(occurrenceId, attempt), answer);
    }

    /** Asks until {@link #close}. */
    @Override
    public void run() {
        try {
            while (closed.getCount() > 0) {
                var due = open.takeDue();
                if (!due.isEmpty()) {
                    try {
                        connect();
                        channel.ask(due);
                    } catch (IOException | BrokerUnavailable | ShutdownSignalException e) {
                        warn(e);
                        disconnect();
                        open.notAsked();
                        closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    private void warn(Exception cause) {
        QUIET.log(
                Level.WARNING,
                "doubtful messages wait until the scheduler can be asked: {0}",
                cause);
    }

    private void connect() throws IOException, BrokerUnavailable {
        if (channel == null || !channel.isOpen()) {
            channel = VerifyChannel.open(link, instanceId, signing, open::answered);
        }
    }

    private void disconnect() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** Ends {@link #run}; open doubts get no answer. */
    @Override
    public void close() {
        closed.countDown();
        open.close();
    }
}
