package io.milvaion.web.run.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.run.worker.WorkerDrains;
import io.milvaion.scheduler.see.overview.Overview;
import io.milvaion.scheduler.see.overview.WorkerRun;
import io.milvaion.scheduler.see.overview.WorkerRuns;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.run.stop.ResumeBody;
import io.milvaion.web.run.stop.WhyAndUntil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Processes that run jobs. */
@Path("/workers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class WorkerResource {

    @Inject Overview overview;
    @Inject WorkerRuns runs;
    @Inject WorkerDrains drains;
    @Inject CurrentCaller caller;
    @Inject CurrentActor actor;

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

    /**
     * A worker and what it runs.
     *
     * @param runs the one that runs longest first, the first 200; those that the caller may see
     */
    public record WorkerDetail(WorkerView worker, List<WorkerRun> runs) {}

    @GET
    @Needs(Permission.WORKER_READ)
    @Path("{instanceId}")
    @Operation(summary = "Read a worker instance and what it runs")
    public WorkerDetail read(@PathParam("instanceId") String instanceId) {
        return new WorkerDetail(
                one(instanceId), runs.of(instanceId, caller.reach(Permission.OCCURRENCE_READ)));
    }

    @POST
    @Records("worker.drain")
    @Needs(Permission.WORKER_DRAIN)
    @Path("{instanceId}/drain")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Have a worker instance take no new runs; what it runs ends. It replaces the"
                            + " order that the instance has")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = WhyAndUntil.class)))
    public WorkerView drain(@PathParam("instanceId") String instanceId, ObjectNode body) {
        var why = Fields.read(body, WhyAndUntil::in);
        drains.drain(instanceId, why.reason(), why.until(), actor.name());
        return one(instanceId);
    }

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Records("worker.resume")
    @Needs(Permission.WORKER_DRAIN)
    @Path("{instanceId}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Have a worker instance take runs again; as long as its group is drained it"
                            + " does not")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResumeBody.class)))
    public WorkerView resume(@PathParam("instanceId") String instanceId, byte[] body) {
        drains.resume(instanceId, Fields.read(body, ResumeBody::in).reason());
        return one(instanceId);
    }

    @DELETE
    @Records("worker.forget")
    @Needs(Permission.WORKER_DRAIN)
    @Path("{instanceId}")
    @Operation(
            operationId = "forgetWorker",
            summary = "Remove a worker instance that is gone from the list")
    public void forget(@PathParam("instanceId") String instanceId) {
        drains.forget(instanceId);
    }

    private WorkerView one(String instanceId) {
        return overview.worker(instanceId)
                .map(WorkerView::of)
                .orElseThrow(() -> NotFound.worker(instanceId));
    }
}
