package io.milvaion.bench;

import java.util.concurrent.TimeUnit;

/**
 * When triggers are sent: fifty a second, whatever becomes of them, so that each subject has the
 * same load and one that polls is met at all phases of its interval. For one thread.
 */
public final class Pace {

    public static final int TRIGGERS = 300;

    /** What the scenario is called in a report. */
    public static final String TRIGGERED = "trigger to started";

    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long next = System.nanoTime();

    /** Waits for the time of the next one. */
    public void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        next += NANOS;
    }
}
