package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** There is no such job, or it was deleted. */
public class JobNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public JobNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "job-not-found",
                "There is no such job",
                "There is no job " + id + ".",
                Map.of("jobId", id));
    }
}
