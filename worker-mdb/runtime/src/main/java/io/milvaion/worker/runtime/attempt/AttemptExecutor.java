package io.milvaion.worker.runtime.attempt;

import io.milvaion.contract.JobMessage;
import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.Execution;
import io.milvaion.worker.runtime.job.JobDataReader;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.job.Outcome;
import io.milvaion.worker.runtime.job.StopReason;
import io.milvaion.worker.runtime.report.Outbox;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs jobs on threads of the container, as many as the worker has slots. */
public final class AttemptExecutor {

    private final ThreadPoolExecutor threads;
    private final WorkerStatistics statistics;
    private final RedisClock clock;
    private final JobDataReader dataReader;
    private final Outbox outbox;

    public AttemptExecutor(
            WorkerContext worker, JobDataReader dataReader, Outbox outbox, ThreadFactory factory) {
        int slots = worker.settings().maxParallelJobs();
        this.threads =
                new ThreadPoolExecutor(
                        slots, slots, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        this.threads.allowCoreThreadTimeOut(true);
        this.statistics = worker.statistics();
        this.statistics.showSlots(slots);
        this.clock = worker.clock();
        this.dataReader = dataReader;
        this.outbox = outbox;
    }

    /** The attempt that a message asks for, not started; any thread. */
    public Attempt prepare(JobMessage message, JobDefinition definition) {
        var execution = new Execution(message, dataReader, clock, outbox::addLine);
        return new Attempt(message, definition, execution);
    }

    /**
     * Starts an attempt that has a slot.
     *
     * @param onReturn called when {@code execute} has returned and the report is in the outbox, on
     *     the thread of the attempt
     */
    public void execute(Attempt attempt, Runnable onReturn) {
        attempt.start();
        statistics.countStarted();
        threads.execute(
                () -> {
                    var outcome = attempt.execution().run(attempt.definition().job());
                    if (attempt.end(outcome, outbox, clock)) {
                        statistics.countEnded(outcome.state());
                    } else {
                        statistics.countAbandonedReturned();
                    }
                    onReturn.run();
                });
    }

    /** Ends an attempt that was cancelled before it could start. */
    public void cancel(Attempt attempt) {
        var outcome = Outcome.stopped(StopReason.CANCELLED, null);
        statistics.countOutcome(outcome.state());
        attempt.end(outcome, outbox, clock);
    }

    public void close() {
        threads.shutdownNow();
    }
}
