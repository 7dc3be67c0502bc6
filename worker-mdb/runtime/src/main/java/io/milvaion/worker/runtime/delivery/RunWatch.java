package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.Outcome;
import io.milvaion.worker.runtime.job.StopReason;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the running attempts, many times a second: stops those whose time is over and reports
 * that an attempt is running and how far it has come. Short attempts are over before they are
 * looked at and send only their end. An attempt that was told to stop and goes on for too long is
 * reported as abandoned; its slot is free when it returns all the same.
 */
final class RunWatch implements Runnable {

    private static final System.Logger LOG = System.getLogger(RunWatch.class.getName());

    static final long PERIOD_MILLIS = 50;

    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(75);
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Runs runs;
    private final Outbox outbox;
    private final RedisClock clock;
    private final long abandonNanos;
    private final WorkerStatistics statistics;

    /**
     * @param abandonAfterSeconds how long a job may go on after it was told to stop
     */
    RunWatch(
            Runs runs,
            Outbox outbox,
            RedisClock clock,
            int abandonAfterSeconds,
            WorkerStatistics statistics) {
        this.abandonNanos = TimeUnit.SECONDS.toNanos(abandonAfterSeconds);
        this.statistics = statistics;
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void run() {
        for (Run run : runs.all()) {
            if (run.started() && !run.ended()) {
                look(run);
            }
        }
    }

    private void abandon(Run run, Outcome outcome) {
        if (run.end(outcome, outbox, clock)) {
            statistics.countAbandoned(outcome.state());
            LOG.log(
                    Level.WARNING,
                    "{0} of occurrence {1}, attempt {2}, does not stop and keeps its slot: {3}",
                    run.definition().className(),
                    run.message().occurrenceId(),
                    run.message().attempt(),
                    outcome.error());
        }
    }

    private void look(Run run) {
        long nanos = run.runningNanos();
        long timeout = run.timeoutNanos();
        if (timeout > 0 && nanos > timeout) {
            run.job().stop(StopReason.TIMED_OUT);
        }
        run.job().abandon(abandonNanos).ifPresent(outcome -> abandon(run, outcome));
        if (nanos > SHORT_NANOS) {
            run.reportRunning(outbox, clock, PROGRESS_NANOS);
        }
    }
}
