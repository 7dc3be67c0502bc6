package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.store.LocalStore;
import io.milvaion.worker.runtime.store.LocalStore.Known;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The thread that owns the consuming channels, the slots and the state of all runs. Others tell it
 * what has happened through the {@link Inbox}; each pass takes all that was told, makes the Redis
 * calls that follow in one pipeline, and acknowledges.
 */
final class WorkLoop implements Runnable {

    private static final System.Logger LOG = System.getLogger(WorkLoop.class.getName());
    private static final long IDLE_MILLIS = 50;

    private final Inbox inbox;
    private final Collection<Lane> lanes;
    private final Runs runs;
    private final Intake intake;
    private final Settlement settlement;
    private final PendingCalls calls;
    private final Refusal refusal;
    private final LocalStore store;
    private final Pause pause;
    private final CountDownLatch drained = new CountDownLatch(1);
    private boolean stopping;

    WorkLoop(
            Inbox inbox,
            Collection<Lane> lanes,
            Runs runs,
            Intake intake,
            Settlement settlement,
            PendingCalls calls,
            Refusal refusal,
            LocalStore store,
            Pause pause) {
        this.inbox = inbox;
        this.lanes = lanes;
        this.runs = runs;
        this.intake = intake;
        this.settlement = settlement;
        this.calls = calls;
        this.refusal = refusal;
        this.store = store;
        this.pause = pause;
    }

    /** Takes no work any more and gives back what has not started; any thread. */
    void quiet() {
        inbox.post(() -> stopping = true);
    }

    /**
     * Waits until no run is left after {@link #quiet}, but for those whose reports are in the local
     * store.
     */
    boolean awaitDrained(long millis) throws InterruptedException {
        return drained.await(millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            while (!pause.over()) {
                try {
                    pass();
                } catch (RuntimeException e) { // the top of this thread: the work must go on
                    LOG.log(Level.ERROR, "a pass of the work loop has failed; the next goes on", e);
                    pause.await(IDLE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lanes.forEach(lane -> lane.queues().forEach(JobQueue::close));
        }
    }

    private void pass() throws InterruptedException {
        inbox.handle(calls.due() || intake.due() ? 0 : IDLE_MILLIS);
        refusal.look();
        for (Lane lane : lanes) {
            lane.look(!refusal.stands(), stopping);
            for (JobQueue queue : lane.queues()) {
                queue.consume(!lane.paused(), lane.prefetch());
            }
        }
        settlement.acknowledgeEarly();
        intake.plan();
        calls.flush();
        for (Lane lane : lanes) {
            lane.queues().forEach(JobQueue::acknowledge);
        }
        if (stopping && calls.isEmpty() && !intake.hasUnclaimed() && nothingToLose()) {
            drained.countDown();
        }
    }

    private boolean nothingToLose() {
        return runs.all().stream().allMatch(run -> store.known(run.key()) == Known.WAITING);
    }
}
