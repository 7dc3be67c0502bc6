package io.milvaion.scheduler.mend.reconcile;

import java.util.UUID;

/** A repair that an open transaction has made. */
record Made(RepairKind kind, UUID jobId, UUID occurrenceId, String found, String done) {

    static Made ofJob(RepairKind kind, UUID jobId, String found, String done) {
        return new Made(kind, jobId, null, found, done);
    }

    static Made ofRun(RepairKind kind, UUID jobId, UUID occurrenceId, String found, String done) {
        return new Made(kind, jobId, occurrenceId, found, done);
    }

    static Made of(RepairKind kind, String found, String done) {
        return new Made(kind, null, null, found, done);
    }
}
