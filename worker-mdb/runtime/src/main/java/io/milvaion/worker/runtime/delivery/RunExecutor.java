package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.Outcome;
import io.milvaion.worker.runtime.job.StopReason;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs jobs on threads of the container, as many as the worker has slots. */
final class RunExecutor {

    private final ThreadPoolExecutor threads;
    private final WorkerStatistics statistics;
    private final Outbox outbox;
    private final RedisClock clock;
    private final Consumer<Run> onEnd;

    /**
     * @param slots runs at once
     * @param onEnd told when {@code execute} has returned and the report is in the outbox, on the
     *     thread of the run
     */
    RunExecutor(
            int slots,
            ThreadFactory factory,
            WorkerStatistics statistics,
            Outbox outbox,
            RedisClock clock,
            Consumer<Run> onEnd) {
        this.threads =
                new ThreadPoolExecutor(
                        slots, slots, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        this.threads.allowCoreThreadTimeOut(true);
        this.statistics = statistics;
        this.outbox = outbox;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    /** Starts a run that has a slot. */
    void execute(Run run) {
        run.start();
        statistics.countStarted();
        threads.execute(
                () -> {
                    var outcome = run.job().run(run.definition().job());
                    if (run.end(outcome, outbox, clock)) {
                        statistics.countEnded(outcome.state());
                    } else {
                        statistics.countAbandonedReturned();
                    }
                    onEnd.accept(run);
                });
    }

    /** Ends a run that was cancelled before it could start. */
    void cancel(Run run) {
        var outcome = Outcome.stopped(StopReason.CANCELLED, null);
        statistics.countOutcome(outcome.state());
        run.end(outcome, outbox, clock);
    }

    void close() {
        threads.shutdownNow();
    }
}
