package io.milvaion.worker.runtime.report;

import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.amqp.Rate;
import io.milvaion.platform.amqp.Signing;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.worker.runtime.Shutdown;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.store.LocalStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends what is in the {@link Outbox}, like a group commit: at once when nothing is in flight,
 * otherwise when that is confirmed. Before it waits for more: a millisecond for each 25 reports a
 * second, at most 50 ms, or until 200 are there. While the broker is away it moves everything to
 * the {@link LocalStore}; when the broker is back the store is sent first, then what could not be
 * stored, then the outbox.
 */
public final class ReportLoop implements Runnable {

    private static final System.Logger LOG = System.getLogger(ReportLoop.class.getName());
    private static final QuietLog QUIET = QuietLog.of(ReportLoop.class);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int GATHER_COUNT = 200;
    private static final double GATHER_MILLIS = 50;
    private static final int REPORTS_PER_MILLI = 25; // a second, for each millisecond of gathering
    private static final long RETRY_MILLIS = 500;
    private static final int STORED_WHILE_SENDING = 1_000;

    private final Outbox outbox;
    private final LocalStore store;
    private final BrokerLink link;
    private final BatchMessages messages;
    private final Signing signing;
    private final SignsOfLife signs;
    private final WorkerStatistics statistics;
    private final Consumer<Confirmed> onConfirmed;
    private final Rate rate = new Rate();
    private final Shutdown shutdown;
    private ReportChannel channel;
    private int taken; // reports of the last batch
    private Outbox.Batch inHand; // taken, and neither confirmed nor stored

    /**
     * @param link publishes
     * @param onConfirmed told of all that the broker has, on this thread
     */
    public ReportLoop(
            WorkerContext worker,
            Outbox outbox,
            LocalStore store,
            BrokerLink link,
            SignsOfLife signs,
            Consumer<Confirmed> onConfirmed) {
        this.outbox = outbox;
        this.store = store;
        this.link = link;
        this.messages = new BatchMessages(worker.identity());
        this.signing = worker.signing();
        this.signs = signs;
        this.statistics = worker.statistics();
        this.onConfirmed = onConfirmed;
        this.shutdown = worker.shutdown();
    }

    @Override
    public void run() {
        try {
            while (!shutdown.hasBegun()) {
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
            storeAll();
            disconnect();
        }
    }

    private void pass() throws InterruptedException {
        store.check();
        try {
            if (link.blocked().isPresent()) {
                warn("the broker is blocked: " + link.blocked().get());
                storeAll();
                shutdown.await(RETRY_MILLIS);
                return;
            }
            connect();
            signs.sendDue(channel);
            if (!sendStored()) {
                sendNew();
            }
        } catch (IOException
                | BrokerUnavailable
                | RuntimeException e) { // ShutdownSignalException is one
            warn(e.toString());
            disconnect();
            storeAll();
            shutdown.await(RETRY_MILLIS);
        }
    }

    private void sendNew() throws IOException, BrokerUnavailable, InterruptedException {
        if (inHand == null) {
            gather();
            inHand = outbox.take();
            taken = inHand.reports().size();
        }
        if (!inHand.isEmpty()) {
            statistics.countReported(inHand.reports().size(), channel.send(inHand));
            onConfirmed.accept(Confirmed.of(inHand));
        }
        outbox.handedOver();
        inHand = null;
    }

    /**
     * Sends what has waited longest. What comes meanwhile is newer and waits in memory, or behind
     * it in the store when it is much.
     *
     * @return false if nothing is stored
     */
    private boolean sendStored() throws IOException, InterruptedException {
        var portion = store.oldest();
        if (portion.isEmpty()) {
            return false;
        }
        statistics.countReported(portion.reports(), channel.send(portion.messages()));
        store.confirmed(portion);
        onConfirmed.accept(new Confirmed(portion.ends(), List.of(), List.of()));
        if (outbox.waitingReports() > STORED_WHILE_SENDING) {
            storeAll();
        }
        return true;
    }

    /** Moves all that waits to the store, as far as it takes it. */
    private void storeAll() {
        do {
            if (inHand == null) {
                inHand = outbox.take();
            }
            inHand.poison().forEach(outbox::addPoison); // its message is with the broker
            inHand = new Outbox.Batch(inHand.reports(), inHand.lines(), List.of());
            if (!inHand.isEmpty() && !store.add(messages.of(inHand))) {
                return;
            }
            outbox.handedOver();
            inHand = null;
        } while (outbox.hasReportsOrLines());
    }

    private void gather() throws InterruptedException {
        outbox.await(1, IDLE_NANOS);
        double perSecond = rate.perSecond(taken);
        taken = 0;
        double millis = Math.min(perSecond / REPORTS_PER_MILLI, GATHER_MILLIS);
        outbox.await(GATHER_COUNT, (long) (millis * 1e6));
    }

    private void connect() throws IOException, BrokerUnavailable {
        if (channel == null || !channel.isOpen()) {
            channel = ReportChannel.open(link, messages, signing);
            signs.reconnected();
        }
    }

    private void warn(String what) {
        if (!shutdown.hasBegun()) {
            QUIET.log(
                    Level.WARNING,
                    "{0} reports wait until the broker takes them: {1}",
                    outbox.waitingReports(),
                    what);
        }
    }

    private void disconnect() {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
