package io.milvaion.web.job.definition;

import io.milvaion.scheduler.job.catalog.PlannedJob;
import io.milvaion.scheduler.job.definition.RunsAhead;
import io.milvaion.scheduler.see.overview.Overview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Answers that show a job, with its version as {@code ETag}. */
@ApplicationScoped
public class JobAnswers {

    @Inject Overview overview;

    Response read(PlannedJob found) {
        return Response.ok(JobView.of(found, null)).tag(etag(found)).build();
    }

    /** Says also what may be wrong with a job that was written. */
    public Response written(Response.ResponseBuilder response, PlannedJob saved) {
        return response.tag(etag(saved)).entity(JobView.of(saved, warnings(saved))).build();
    }

    private List<String> warnings(PlannedJob saved) {
        var job = saved.job().definition();
        var warnings =
                new ArrayList<>(
                        RunsAhead.warnings(job, saved.nextRunAt(), saved.job().updatedAt()));
        if (!overview.hasWorkerFor(job.jobType(), job.workerGroup())) {
            warnings.add(
                    "No live worker"
                            + (job.workerGroup() == null ? "" : " of group " + job.workerGroup())
                            + " runs jobs of type "
                            + job.jobType()
                            + "; its runs wait until one comes.");
        }
        return warnings.isEmpty() ? null : warnings;
    }

    private static EntityTag etag(PlannedJob saved) {
        return new EntityTag(Integer.toString(saved.job().version()));
    }
}
