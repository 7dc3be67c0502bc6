package io.milvaion.worker.runtime.report;

import io.milvaion.contract.LogMessage;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.contract.WireLimits;
import io.milvaion.worker.runtime.EndedAttempt;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.queue.PoisonDelivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Reports, log lines and poison that wait for the broker, in the order in which they came. Any
 * thread adds; one thread takes a batch, and takes no other until that one is confirmed.
 */
public final class Outbox {

    /** What is sent at once. Every line was logged before the reports here were made, or later. */
    record Batch(List<Report> reports, List<LogMessage.Line> lines, List<PoisonDelivery> poison) {

        boolean isEmpty() {
            return reports.isEmpty() && lines.isEmpty() && poison.isEmpty();
        }

        /** The attempts that these reports end. */
        List<EndedAttempt> ends() {
            return EndedAttempt.in(reports);
        }
    }

    private static final int MAX_REPORTS = WireLimits.MESSAGE_ENTRIES;
    private static final int MAX_LINES = 10_000;
    private static final long MAX_WAITING_LINE_BYTES = 64 << 20;

    private final int maxWaitingReports;
    private final WorkerStatistics statistics;
    private final Queue<Report> reports = new ArrayDeque<>(); // guarded by this, as the rest
    private final Queue<LogMessage.Line> lines = new ArrayDeque<>();
    private final Queue<PoisonDelivery> poison = new ArrayDeque<>();
    private long lineBytes;
    private int inFlight;
    private int wanted = 1; // reports that the taker waits for
    private volatile boolean full;

    public Outbox(int maxWaitingReports, WorkerStatistics statistics) {
        this.maxWaitingReports = maxWaitingReports;
        this.statistics = statistics;
    }

    public synchronized void add(Report report) {
        reports.add(report);
        changed();
        if (reports.size() == wanted) {
            notifyAll();
        }
    }

    public synchronized void addLine(LogMessage.Line line) {
        lines.add(line);
        lineBytes += line.message().length();
        changed();
    }

    public synchronized void addPoison(PoisonDelivery delivery) {
        poison.add(delivery);
        notifyAll();
    }

    /** Whether so much waits for the broker that no work should be taken. */
    public boolean full() {
        return full;
    }

    /**
     * Waits until that many reports, or poison, are there, or until the time is over; lines alone
     * wake nobody.
     */
    synchronized void await(int count, long nanos) throws InterruptedException {
        wanted = count;
        long end = System.nanoTime() + nanos;
        while (reports.size() < count && poison.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Takes what waits, up to the limit of a message. It counts as waiting until confirmed. */
    synchronized Batch take() {
        List<Report> taken = new ArrayList<>(Math.min(MAX_REPORTS, reports.size()));
        while (taken.size() < MAX_REPORTS && !reports.isEmpty()) {
            taken.add(reports.remove());
        }
        inFlight = taken.size();
        List<LogMessage.Line> takenLines = new ArrayList<>(lines.size());
        boolean ending = !taken.isEmpty(); // then all lines must go, theirs may be the last ones
        while (!lines.isEmpty() && (ending || takenLines.size() < MAX_LINES)) {
            var line = lines.remove();
            lineBytes -= line.message().length();
            takenLines.add(line);
        }
        List<PoisonDelivery> takenPoison = new ArrayList<>(poison);
        poison.clear();
        changed();
        return new Batch(taken, takenLines, takenPoison);
    }

    /** The batch is with the broker or in the local store. */
    synchronized void handedOver() {
        inFlight = 0;
        changed();
    }

    synchronized boolean hasReportsOrLines() {
        return !reports.isEmpty() || !lines.isEmpty();
    }

    synchronized int waitingReports() {
        return reports.size() + inFlight;
    }

    private void changed() {
        int waiting = reports.size() + inFlight;
        full = waiting >= maxWaitingReports || lineBytes >= MAX_WAITING_LINE_BYTES;
        statistics.showWaitingReports(waiting);
    }
}
