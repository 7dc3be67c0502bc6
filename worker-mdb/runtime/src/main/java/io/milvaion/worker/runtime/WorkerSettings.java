package io.milvaion.worker.runtime;

import io.milvaion.contract.JobType;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.worker.sdk.OnClaimLost;
import java.nio.file.Path;
import java.util.List;

/**
 * Settings of the worker in this application; keys {@code worker.*}, read once at start.
 *
 * @param enabled whether jobs run here at all
 * @param name the name of this process ({@code milvaion.node.name}, as for a node), or null
 * @param group the worker group of this worker ({@code worker.group}, or {@code worker.id}), or
 *     null; jobs may be pinned to a group
 * @param maxParallelJobs attempts of all types at once
 * @param heartbeatSeconds between two signs of life and two renewals of claims
 * @param claimLeaseSeconds how long a claim holds without renewal; at least 4 heartbeats
 * @param earlyAckSeconds a run that takes longer is acknowledged and rests on its claim alone; less
 *     than half of the broker's consumer timeout
 * @param maxWaitingReports when more reports than this wait in memory no work is taken
 * @param localStorePath directory for what waits for the broker while it is away
 * @param localStoreMebibytes how much may wait there before no work is taken
 * @param abandonAfterSeconds how long a job may go on after it was told to stop, before it is
 *     reported without its end
 * @param onClaimLost what becomes of a run whose claim another process has taken
 * @param stopSeconds how long running jobs may go on after the worker was told to stop
 */
public record WorkerSettings(
        boolean enabled,
        String name,
        String group,
        int maxParallelJobs,
        int heartbeatSeconds,
        int claimLeaseSeconds,
        int earlyAckSeconds,
        int maxWaitingReports,
        Path localStorePath,
        int localStoreMebibytes,
        int abandonAfterSeconds,
        OnClaimLost onClaimLost,
        int stopSeconds) {

    /** How long a claim that is done keeps repeated deliveries from running again. */
    public static final int DONE_MARKER_SECONDS = 600;

    public WorkerSettings {
        if (group != null && !JobType.FORM.matcher(group).matches()) {
            throw new InvalidSetting("worker.group", group, "a name " + JobType.FORM.pattern());
        }
        if (claimLeaseSeconds < 4 * heartbeatSeconds) {
            throw new InvalidSetting(
                    "worker.claim-lease-seconds",
                    claimLeaseSeconds,
                    "at least 4 times worker.heartbeat-seconds (" + heartbeatSeconds + ")");
        }
    }

    public static WorkerSettings from(SettingsReader settings) {
        return new WorkerSettings(
                settings.flag("worker.enabled", true),
                settings.text("milvaion.node.name").orElse(null),
                settings.text("worker.group").or(() -> settings.text("worker.id")).orElse(null),
                settings.integer("worker.max-parallel-jobs", 20, 1, 2_000),
                settings.integer("worker.heartbeat-seconds", 5, 1, 60),
                settings.integer("worker.claim-lease-seconds", 30, 4, DONE_MARKER_SECONDS / 2),
                settings.integer("worker.early-ack-seconds", 300, 1, 900),
                settings.integer("worker.max-waiting-reports", 10_000, 100, 1_000_000),
                Path.of(settings.text("worker.local-store.path", "milvaion-worker")),
                settings.integer("worker.local-store.max-mib", 256, 1, 1_048_576),
                settings.integer("worker.abandon-after-seconds", 30, 1, 86_400),
                settings.choice(
                        "worker.on-claim-lost",
                        OnClaimLost.FINISH,
                        List.of(OnClaimLost.FINISH, OnClaimLost.INTERRUPT)),
                settings.integer("worker.stop-seconds", 20, 0, 3_600));
    }

    public long localStoreBytes() {
        return localStoreMebibytes * (1L << 20);
    }
}
