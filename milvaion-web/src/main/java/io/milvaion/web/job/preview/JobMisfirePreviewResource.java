package io.milvaion.web.job.preview;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.preview.MisfirePreview;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Foretells what becomes of the overdue runs of a job, by the rules that dispatch them. */
@Path("/jobs/{id}/misfire-preview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class JobMisfirePreviewResource {

    @Inject MisfirePreview preview;
    @Inject RedisClock clock;

    @GET
    @Expensive
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Operation(
            operationId = "previewJobMisfires",
            summary =
                    "Show what a restart makes of the overdue runs of a job, or what its activation"
                            + " plans")
    @Parameter(
            name = "at",
            in = ParameterIn.QUERY,
            description = "when dispatching goes on or the job is activated; default now")
    public MisfirePreview.JobPreview read(@PathParam("id") String id, @Context UriInfo uri) {
        UUID job = PathId.of(id);
        var query = new Query(uri);
        var at = PreviewAt.of(query, clock.now());
        query.check();
        return preview.of(job, at);
    }
}
