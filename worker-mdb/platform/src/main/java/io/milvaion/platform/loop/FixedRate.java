package io.milvaion.platform.loop;

import java.time.Duration;

/** Steps begin a period apart however long they take; what a late one has missed is left out. */
final class FixedRate implements Work {

    private final Task task;
    private final Duration period;
    private long due; // nanoTime of the next step
    private boolean begun;

    FixedRate(Task task, Duration period) {
        this.task = task;
        this.period = period;
    }

    @Override
    public Duration step() throws Exception {
        long now = System.nanoTime();
        boolean onTime = begun && now - due < period.toNanos();
        due = (onTime ? due : now) + period.toNanos();
        begun = true;
        task.run();
        return untilDue();
    }

    @Override
    public Duration restAfterFailure() {
        return untilDue();
    }

    @Override
    public void end() {
        task.end();
    }

    private Duration untilDue() {
        return Duration.ofNanos(due - System.nanoTime());
    }
}
