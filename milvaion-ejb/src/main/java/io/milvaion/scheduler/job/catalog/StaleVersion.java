package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** The job was edited since the client read it. */
public class StaleVersion extends Refusal {

    private static final long serialVersionUID = 1L;

    StaleVersion(UUID id, int current) {
        super(
                Kind.STALE,
                "stale-version",
                "The job has changed since it was read",
                "Job " + id + " has version " + current + " now.",
                Map.of("jobId", id, "version", current));
    }
}
