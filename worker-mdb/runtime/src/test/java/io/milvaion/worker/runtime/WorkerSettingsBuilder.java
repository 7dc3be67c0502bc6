package io.milvaion.worker.runtime;

import io.milvaion.worker.sdk.OnClaimLost;
import java.nio.file.Path;

/** Settings of an impatient worker, which differ only where a test says so. */
public final class WorkerSettingsBuilder {

    private final Path store;
    private String group;
    private int parallel = 1;
    private int claimLeaseSeconds = 4;

    private WorkerSettingsBuilder(Path store) {
        this.store = store;
    }

    /** A store of 1 MiB, a heartbeat of a second, a second to abandon a job and two to stop. */
    public static WorkerSettingsBuilder someSettings(Path store) {
        return new WorkerSettingsBuilder(store);
    }

    public WorkerSettingsBuilder parallel(int value) {
        parallel = value;
        return this;
    }

    public WorkerSettingsBuilder claimLeaseSeconds(int value) {
        claimLeaseSeconds = value;
        return this;
    }

    public WorkerSettingsBuilder group(String value) {
        group = value;
        return this;
    }

    public WorkerSettings build() {
        return new WorkerSettings(
                true,
                null,
                group,
                parallel,
                1,
                claimLeaseSeconds,
                300,
                10_000,
                store,
                1,
                1,
                OnClaimLost.FINISH,
                2,
                SigningSettings.NONE);
    }
}
