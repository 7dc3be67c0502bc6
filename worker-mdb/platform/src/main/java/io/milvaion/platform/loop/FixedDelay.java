package io.milvaion.platform.loop;

import java.time.Duration;

/** The same rest after each step, failed ones too. */
record FixedDelay(Task task, Duration rest) implements Work {

    @Override
    public Duration step() throws Exception {
        task.run();
        return rest;
    }

    @Override
    public Duration restAfterFailure() {
        return rest;
    }

    @Override
    public void end() {
        task.end();
    }
}
