package io.milvaion.scheduler.job.version;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** No job of this id has or had this version, or it is older than the record of versions. */
public class VersionNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    VersionNotFound(UUID jobId, int version) {
        super(
                Kind.NOT_FOUND,
                "version-not-found",
                "There is no such version of a job",
                "No version " + version + " of a job with id " + jobId + " is known.",
                Map.of("jobId", jobId, "version", version));
    }
}
