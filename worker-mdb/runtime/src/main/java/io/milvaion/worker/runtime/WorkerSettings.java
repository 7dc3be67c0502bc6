package io.milvaion.worker.runtime;

import io.milvaion.contract.JobType;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.KnownWorkerSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.worker.sdk.OnClaimLost;
import java.nio.file.Path;
import java.util.Locale;

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
 * @param signing how it proves its group
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
        int stopSeconds,
        SigningSettings signing) {

    /** How long a claim that is done keeps repeated deliveries from running again. */
    public static final int DONE_MARKER_SECONDS = 600;

    public WorkerSettings {
        if (group != null && !JobType.FORM.matcher(group).matches()) {
            throw new InvalidSetting(
                    KnownWorkerSettings.WORKER_GROUP, group, "a name " + JobType.FORM.pattern());
        }
        signing.requireGroup(group);
        if (claimLeaseSeconds < 4 * heartbeatSeconds) {
            throw new InvalidSetting(
                    KnownWorkerSettings.WORKER_CLAIM_LEASE_SECONDS,
                    claimLeaseSeconds,
                    "at least 4 times worker.heartbeat-seconds (" + heartbeatSeconds + ")");
        }
    }

    public static WorkerSettings from(SettingsReader settings) {
        return new WorkerSettings(
                settings.value(KnownWorkerSettings.WORKER_ENABLED),
                settings.given(KnownSettings.NODE_NAME).orElse(null),
                settings.given(KnownWorkerSettings.WORKER_GROUP)
                        .or(() -> settings.given(KnownWorkerSettings.WORKER_ID))
                        .orElse(null),
                settings.value(KnownWorkerSettings.WORKER_MAX_PARALLEL_JOBS),
                settings.value(KnownWorkerSettings.WORKER_HEARTBEAT_SECONDS),
                settings.value(KnownWorkerSettings.WORKER_CLAIM_LEASE_SECONDS),
                settings.value(KnownWorkerSettings.WORKER_EARLY_ACK_SECONDS),
                settings.value(KnownWorkerSettings.WORKER_MAX_WAITING_REPORTS),
                Path.of(settings.value(KnownWorkerSettings.WORKER_LOCAL_STORE_PATH)),
                settings.value(KnownWorkerSettings.WORKER_LOCAL_STORE_MAX_MIB),
                settings.value(KnownWorkerSettings.WORKER_ABANDON_AFTER_SECONDS),
                onClaimLost(settings.value(KnownWorkerSettings.WORKER_ON_CLAIM_LOST)),
                settings.value(KnownWorkerSettings.WORKER_STOP_SECONDS),
                SigningSettings.from(settings));
    }

    /**
     * @param word as settings write it, in lower case
     */
    public static OnClaimLost onClaimLost(String word) {
        return OnClaimLost.valueOf(word.toUpperCase(Locale.ROOT));
    }

    public long localStoreBytes() {
        return localStoreMebibytes * (1L << 20);
    }
}
