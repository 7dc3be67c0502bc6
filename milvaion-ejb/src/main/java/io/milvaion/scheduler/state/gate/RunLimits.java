package io.milvaion.scheduler.state.gate;

import io.milvaion.platform.config.SettingsReader;

/**
 * How many runs may wait; keys {@code milvaion.job-dispatcher.*}.
 *
 * @param maxHeld runs that one job may hold; beyond, its runs are skipped
 * @param maxQueued messages in the queue of a job type; beyond, its jobs are put off
 */
public record RunLimits(int maxHeld, int maxQueued) {

    public static RunLimits from(SettingsReader settings) {
        return new RunLimits(
                settings.integer("milvaion.job-dispatcher.max-held-per-job", 1_000, 1, 100_000),
                settings.integer(
                        "milvaion.job-dispatcher.max-queued-per-type", 100_000, 1, 10_000_000));
    }
}
