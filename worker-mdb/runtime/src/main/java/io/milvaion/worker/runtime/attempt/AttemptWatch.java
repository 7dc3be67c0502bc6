package io.milvaion.worker.runtime.attempt;

import io.milvaion.worker.runtime.RedisClock;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.Outcome;
import io.milvaion.worker.runtime.job.StopReason;
import io.milvaion.worker.runtime.report.Outbox;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the running attempts, many times a second: stops those whose time is over and reports
 * that an attempt is running and how far it has come. Short attempts are over before they are
 * looked at and send only their end. An attempt that was told to stop and goes on for too long is
 * reported as abandoned; its slot is free, and that is reported, when it returns all the same.
 */
public final class AttemptWatch implements Runnable {

    public static final Duration PERIOD = Duration.ofMillis(50);

    private static final System.Logger LOG = System.getLogger(AttemptWatch.class.getName());
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(75);
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final HeldAttempts held;
    private final Outbox outbox;
    private final RedisClock clock;
    private final long abandonNanos;
    private final WorkerStatistics statistics;

    public AttemptWatch(WorkerContext worker, HeldAttempts held, Outbox outbox) {
        this.held = held;
        this.outbox = outbox;
        this.clock = worker.clock();
        this.abandonNanos = TimeUnit.SECONDS.toNanos(worker.settings().abandonAfterSeconds());
        this.statistics = worker.statistics();
    }

    @Override
    public void run() {
        for (Attempt attempt : held.all()) {
            if (attempt.started() && !attempt.ended()) {
                check(attempt);
            }
        }
    }

    private void check(Attempt attempt) {
        long nanos = attempt.runningNanos();
        long timeout = attempt.timeoutNanos();
        if (timeout > 0 && nanos > timeout) {
            attempt.execution().stop(StopReason.TIMED_OUT);
        }
        attempt.execution().abandon(abandonNanos).ifPresent(outcome -> abandon(attempt, outcome));
        if (nanos > SHORT_NANOS) {
            attempt.reportRunning(outbox, clock, PROGRESS_NANOS);
        }
    }

    private void abandon(Attempt attempt, Outcome outcome) {
        if (attempt.abandon(outcome, outbox, clock)) {
            statistics.countAbandoned(outcome.state());
            LOG.log(
                    Level.WARNING,
                    "{0} of occurrence {1}, attempt {2}, does not stop and keeps its slot: {3}",
                    attempt.definition().className(),
                    attempt.message().occurrenceId(),
                    attempt.message().attempt(),
                    outcome.error());
        }
    }
}
