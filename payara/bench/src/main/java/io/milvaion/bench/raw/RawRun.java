package io.milvaion.bench.raw;

import java.time.Instant;
import java.util.UUID;

/**
 * A run on its way.
 *
 * @param id of the occurrence
 */
record RawRun(UUID id, UUID jobId, Instant plannedAt) {

    /** Its entry in {@code ready}. */
    String ready() {
        return id + ":1";
    }
}
