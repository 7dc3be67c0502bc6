package io.milvaion.web.run.worker;

import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.overview.Overview;
import io.milvaion.scheduler.see.overview.WorkerInstance;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Processes that run jobs. */
@Path("/workers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class WorkerResource {

    @Inject Overview overview;

    /** A worker instance in JSON. */
    @Schema(name = "Worker")
    public record WorkerView(
            String instanceId,
            @Nullable String workerGroup,
            @Nullable String host,
            @Nullable String version,
            int maxParallelJobs,
            int runningJobs,
            int abandonedJobs,
            @Nullable String refusing,
            boolean stopping,
            boolean alive,
            Instant startedAt,
            Instant lastSeenAt,
            @Schema(implementation = Object.class) RawValue consumers) {

        static WorkerView of(WorkerInstance is) {
            return new WorkerView(
                    is.instanceId(),
                    is.workerGroup(),
                    is.host(),
                    is.version(),
                    is.maxParallelJobs(),
                    is.runningJobs(),
                    is.abandonedJobs(),
                    is.refusing(),
                    is.stopping(),
                    is.alive(),
                    is.startedAt(),
                    is.lastSeenAt(),
                    ApiJson.raw(is.consumers()));
        }
    }

    @GET
    @Needs(Permission.WORKER_READ)
    @Operation(summary = "List worker instances by their ids")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<WorkerView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        var found = overview.workers(part.after(), part.limit());
        return part.page(found.stream().map(WorkerView::of).toList(), WorkerView::instanceId);
    }
}
