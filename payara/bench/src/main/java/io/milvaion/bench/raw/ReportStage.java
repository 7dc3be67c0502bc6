package io.milvaion.bench.raw;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sends reports of runs that have ended, gathered as a busy worker does. For one thread. */
final class ReportStage {

    private static final int MOST = 1_000;
    private static final int ENOUGH = 200;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final BlockingQueue<UUID> outbox = new LinkedBlockingQueue<>();
    private final Channel channel;

    ReportStage(Connection broker) throws IOException {
        this.channel = broker.createChannel();
        this.channel.confirmSelect();
    }

    /** These runs have ended; any thread. */
    void ended(List<UUID> ids) {
        outbox.addAll(ids);
    }

    /**
     * Sends one message, if there is something to send soon.
     *
     * @return what the broker has confirmed
     */
    List<UUID> pass() throws IOException, InterruptedException {
        var reports = new ArrayList<UUID>();
        long deadline = System.nanoTime() + GATHER_NANOS;
        while (reports.size() < ENOUGH) {
            var next = outbox.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                break;
            }
            reports.add(next);
            outbox.drainTo(reports, MOST - reports.size());
        }
        if (!reports.isEmpty()) {
            send(reports);
        }
        return reports;
    }

    private void send(List<UUID> reports) throws IOException, InterruptedException {
        channel.basicPublish("", Queues.STATUS, true, Wire.PERSISTENT, Wire.status(reports));
        channel.waitForConfirmsOrDie();
    }
}
