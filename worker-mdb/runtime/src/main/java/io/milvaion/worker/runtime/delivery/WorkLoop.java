package io.milvaion.worker.runtime.delivery;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.worker.runtime.Shutdown;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.claim.Claims;
import io.milvaion.worker.runtime.claim.PendingCalls;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.report.Confirmed;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The thread that owns the consuming channels, the slots and the state of all attempts. Others tell
 * it what has happened through the {@link Inbox}; each pass takes all that was told, makes the
 * Redis calls that follow in one pipeline, and acknowledges.
 */
public final class WorkLoop implements Runnable {

    private static final QuietLog QUIET = QuietLog.of(WorkLoop.class);
    private static final long IDLE_MILLIS = 50;

    private final Inbox inbox;
    private final Lanes lanes;
    private final Intake intake;
    private final Settlement settlement;
    private final PendingCalls calls;
    private final Backpressure backpressure;
    private final BooleanSupplier held;
    private final Shutdown shutdown;
    private final CountDownLatch drained = new CountDownLatch(1);
    private boolean stopping;

    WorkLoop(
            Inbox inbox,
            Lanes lanes,
            Intake intake,
            Settlement settlement,
            PendingCalls calls,
            Backpressure backpressure,
            BooleanSupplier held,
            Shutdown shutdown) {
        this.inbox = inbox;
        this.lanes = lanes;
        this.intake = intake;
        this.settlement = settlement;
        this.calls = calls;
        this.backpressure = backpressure;
        this.held = held;
        this.shutdown = shutdown;
    }

    /**
     * Makes the loop with all that only it uses.
     *
     * @param jobs with different types
     * @param link consumes
     * @param held whether the worker is to take no runs for now
     */
    public static WorkLoop create(
            WorkerContext worker,
            List<JobDefinition> jobs,
            BrokerLink link,
            Claims claims,
            SharedParts shared,
            BooleanSupplier held) {
        var settings = worker.settings();
        var statistics = worker.statistics();
        var inbox = new Inbox();
        var lanes = new Lanes(jobs, settings.maxParallelJobs());
        var deliveries = new Deliveries(inbox, shared.executor(), shared.outbox(), statistics);
        lanes.forEach(lane -> lane.connect(settings.group(), link, deliveries));
        var calls = new PendingCalls(claims);
        var storedEnds = new StoredEnds(shared.store());
        var backpressure = new Backpressure(shared.outbox(), shared.store(), statistics);
        var intake = new Intake(lanes, storedEnds, calls, backpressure, inbox, shared, statistics);
        var settlement =
                new Settlement(lanes, shared.held(), storedEnds, calls, settings.earlyAckSeconds());
        return new WorkLoop(
                inbox, lanes, intake, settlement, calls, backpressure, held, worker.shutdown());
    }

    /** The broker has these reports and this poison; any thread. */
    public void confirmed(Confirmed confirmed) {
        inbox.post(() -> settlement.confirmed(confirmed));
    }

    /** Takes no work any more and gives back what has not started; any thread. */
    public void drain() {
        inbox.post(() -> stopping = true);
    }

    /**
     * Waits until no attempt is left after {@link #drain}, but for those whose reports are in the
     * local store.
     */
    public boolean awaitDrained(long millis) throws InterruptedException {
        return drained.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            while (!shutdown.hasBegun()) {
                try {
                    pass();
                } catch (RuntimeException e) { // the top of this thread: the work must go on
                    QUIET.log(
                            Level.ERROR, e, "a pass of the work loop has failed; the next goes on");
                    shutdown.await(IDLE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    private void pass() throws InterruptedException {
        inbox.handle(calls.due() || intake.due() ? 0 : IDLE_MILLIS);
        backpressure.check();
        boolean none = stopping || held.getAsBoolean();
        lanes.forEach(lane -> lane.consume(!backpressure.applies(), none));
        settlement.acknowledgeEarly();
        intake.plan();
        calls.flush();
        lanes.forEach(Lane::acknowledge);
        if (stopping && calls.isEmpty() && !lanes.hasUnclaimed() && settlement.nothingToLose()) {
            drained.countDown();
        }
    }
}
