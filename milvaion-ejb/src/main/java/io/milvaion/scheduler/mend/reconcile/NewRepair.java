package io.milvaion.scheduler.mend.reconcile;

import java.util.UUID;

/** A repair that an open transaction has made. */
record NewRepair(RepairKind kind, UUID jobId, UUID occurrenceId, String found, String done) {

    static NewRepair ofJob(RepairKind kind, UUID jobId, String found, String done) {
        return new NewRepair(kind, jobId, null, found, done);
    }

    static NewRepair ofRun(
            RepairKind kind, UUID jobId, UUID occurrenceId, String found, String done) {
        return new NewRepair(kind, jobId, occurrenceId, found, done);
    }

    static NewRepair of(RepairKind kind, String found, String done) {
        return new NewRepair(kind, null, null, found, done);
    }
}
