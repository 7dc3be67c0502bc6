package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.job.StopReason;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the running attempts, many times a second: stops those whose time is over and reports
 * that an attempt is running and how far it has come. Short attempts are over before they are
 * looked at and send only their end.
 */
final class RunWatch implements Runnable {

    static final long PERIOD_MILLIS = 50;

    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(75);
    private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Runs runs;
    private final Outbox outbox;
    private final RedisClock clock;

    RunWatch(Runs runs, Outbox outbox, RedisClock clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void run() {
        for (Run run : runs.all()) {
            if (run.started()) {
                look(run);
            }
        }
    }

    private void look(Run run) {
        long nanos = run.runningNanos();
        long timeout = run.timeoutNanos();
        if (timeout > 0 && nanos > timeout) {
            run.job().stop(StopReason.TIMED_OUT);
        }
        if (nanos > SHORT_NANOS) {
            run.reportRunning(outbox, clock, PROGRESS_NANOS);
        }
    }
}
