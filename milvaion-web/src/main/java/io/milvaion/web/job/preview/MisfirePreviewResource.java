package io.milvaion.web.job.preview;

import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.preview.MisfirePreview;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Foretells what becomes of all jobs that are overdue, by the rules that dispatch them. */
@Path("/misfire-preview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class MisfirePreviewResource {

    @Inject MisfirePreview preview;
    @Inject RedisClock clock;
    @Inject CurrentCaller caller;

    @GET
    @Expensive
    @Needs(Permission.JOB_READ)
    @Within
    @Operation(
            operationId = "previewMisfires",
            summary = "Show what a resumption makes of all jobs that are overdue")
    @Parameter(
            name = "at",
            in = ParameterIn.QUERY,
            description = "when dispatching goes on; default now")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<MisfirePreview.OverdueJob> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var at = PreviewAt.of(query, clock.now());
        var part = query.part(CursorForm.ID);
        query.check();
        var page =
                preview.overdue(at, part.after(), part.limit(), caller.reach(Permission.JOB_READ));
        return new Page<>(page.jobs(), page.lastId() == null ? null : part.next(page.lastId()));
    }
}
