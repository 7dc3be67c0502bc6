package io.milvaion.worker.runtime.delivery;

import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerStatistics;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends what is in the {@link Outbox}, like a group commit: at once when nothing is in flight,
 * otherwise when that is confirmed. Above 2,000 reports a second it waits until 100 are there, at
 * most 20 ms. While the broker is away it keeps the batch in hand and tries again.
 */
final class ReportLoop implements Runnable {

    private static final System.Logger LOG = System.getLogger(ReportLoop.class.getName());
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int GATHER_COUNT = 100;
    private static final int BUSY_PER_SECOND = 2_000;
    private static final long RETRY_MILLIS = 500;

    private final Outbox outbox;
    private final BrokerLink link;
    private final WorkerIdentity identity;
    private final SignsOfLife signs;
    private final WorkerStatistics statistics;
    private final Consumer<Outbox.Batch> onConfirmed;
    private final ReportRate rate = new ReportRate();
    private final Pause pause;
    private ReportChannel channel;
    private Outbox.Batch inHand; // taken and not confirmed
    private boolean warned;

    /**
     * @param onConfirmed told of each batch that the broker has, on this thread
     * @param pause ends the loop when it is over
     */
    ReportLoop(
            Outbox outbox,
            BrokerLink link,
            WorkerIdentity identity,
            SignsOfLife signs,
            WorkerStatistics statistics,
            Consumer<Outbox.Batch> onConfirmed,
            Pause pause) {
        this.outbox = outbox;
        this.link = link;
        this.identity = identity;
        this.signs = signs;
        this.statistics = statistics;
        this.onConfirmed = onConfirmed;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            while (!pause.over()) {
                pass();
            }
            if (channel != null) {
                signs.sendDue(channel); // says at last that this worker is stopping
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ShutdownSignalException e) {
            LOG.log(Level.DEBUG, "the last heartbeat was not sent", e);
        } finally {
            disconnect();
        }
    }

    private void pass() throws InterruptedException {
        try {
            if (link.blocked().isPresent()) {
                warn("the broker is blocked: " + link.blocked().get(), null);
                pause.await(RETRY_MILLIS);
                return;
            }
            connect();
            signs.sendDue(channel);
            if (inHand == null) {
                gather();
                inHand = outbox.take();
            }
            if (!inHand.isEmpty()) {
                int messages = channel.send(inHand);
                statistics.countReported(inHand.reports().size(), messages);
                onConfirmed.accept(inHand);
            }
            outbox.confirmed();
            inHand = null;
            warned = false;
        } catch (IOException
                | BrokerUnavailable
                | RuntimeException e) { // ShutdownSignalException is one
            warn(e.toString(), e);
            disconnect();
            pause.await(RETRY_MILLIS);
        }
    }

    private void gather() throws InterruptedException {
        outbox.await(1, IDLE_NANOS);
        if (rate.perSecond(outbox.waitingReports()) > BUSY_PER_SECOND) {
            outbox.await(GATHER_COUNT, GATHER_NANOS);
        }
    }

    private void connect() throws IOException, BrokerUnavailable {
        if (channel == null || !channel.isOpen()) {
            channel = ReportChannel.open(link, identity);
            signs.reconnected();
        }
    }

    private void warn(String what, Exception cause) {
        if (!warned && !pause.over()) {
            warned = true;
            LOG.log(
                    Level.WARNING,
                    "{0} reports wait until the broker takes them: {1}",
                    outbox.waitingReports(),
                    what);
            LOG.log(Level.DEBUG, "cause", cause);
        }
    }

    private void disconnect() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
