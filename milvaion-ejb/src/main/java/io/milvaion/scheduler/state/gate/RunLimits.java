package io.milvaion.scheduler.state.gate;

import io.milvaion.platform.config.KnownSettings;
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
                settings.value(KnownSettings.JOB_DISPATCHER_MAX_HELD_PER_JOB),
                settings.value(KnownSettings.JOB_DISPATCHER_MAX_QUEUED_PER_TYPE));
    }
}
