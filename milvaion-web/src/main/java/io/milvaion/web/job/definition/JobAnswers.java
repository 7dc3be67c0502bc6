package io.milvaion.web.job.definition;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.catalog.PlannedJob;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.RunsAhead;
import io.milvaion.scheduler.see.overview.Overview;
import io.milvaion.web.ground.access.ShownData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers that show a job, with its version as {@code ETag}. */
@ApplicationScoped
public class JobAnswers {

    @Inject Overview overview;
    @Inject ShownData shown;

    Response read(PlannedJob found) {
        return Response.ok(JobView.of(shown(found), null)).tag(etag(found)).build();
    }

    /** Says also what may be wrong with a job that was written. */
    public Response written(Response.ResponseBuilder response, PlannedJob saved) {
        return response.tag(etag(saved)).entity(JobView.of(shown(saved), warnings(saved))).build();
    }

    private PlannedJob shown(PlannedJob planned) {
        var job = planned.job();
        var as =
                Job.listed(
                        job.id(),
                        shown.of(job.definition()),
                        job.version(),
                        job.createdAt(),
                        job.updatedAt());
        return new PlannedJob(as, planned.nextRunAt(), planned.failures());
    }

    /** What would be said of a definition if it was written now. */
    CheckedJob checked(Supplier<JobDefinition> check, Instant now) {
        try {
            var job = check.get();
            var next =
                    job.schedule()
                            .readable(null)
                            .flatMap(timetable -> timetable.nextAfter(now))
                            .orElse(null);
            return new CheckedJob(List.of(), warnings(null, job, next, now));
        } catch (InvalidInput e) {
            return new CheckedJob(e.violations(), List.of());
        }
    }

    private List<String> warnings(PlannedJob saved) {
        var found =
                warnings(
                        saved.job().id(),
                        saved.job().definition(),
                        saved.nextRunAt(),
                        saved.job().updatedAt());
        return found.isEmpty() ? null : found;
    }

    private List<String> warnings(UUID id, JobDefinition job, Instant next, Instant now) {
        var warnings = new ArrayList<>(RunsAhead.warnings(id, job, next, now));
        if (!overview.hasWorkerFor(job.jobType(), job.workerGroup())) {
            warnings.add(
                    "No live worker"
                            + (job.workerGroup() == null ? "" : " of group " + job.workerGroup())
                            + " runs jobs of type "
                            + job.jobType()
                            + "; its runs wait until one comes.");
        }
        return warnings;
    }

    private static EntityTag etag(PlannedJob saved) {
        return new EntityTag(Integer.toString(saved.job().version()));
    }
}
