package io.milvaion.web.mend.repair;

import io.milvaion.scheduler.mend.reconcile.ReconcileRuns;
import io.milvaion.scheduler.mend.reconcile.ReconcileRuns.ReconcileRun;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.once.ChosenId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has the leader look for states that cannot be. */
@Path("/admin/reconcile")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class ReconcileResource {

    @Inject ReconcileRuns runs;
    @Inject CurrentActor actor;
    @Inject ChosenId chosen;

    @POST
    @Expensive
    @Records("reconcile.request")
    @Needs(Permission.SYSTEM_OPERATE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startReconcile",
            summary = "Look for states that cannot be, and repair them")
    @APIResponseSchema(value = ReconcileRun.class, responseCode = "202")
    public Response look() {
        var id = runs.request(actor.name(), chosen.orNull());
        return Response.accepted(runs.find(id).orElseThrow())
                .location(Api.at("admin/reconcile", id))
                .build();
    }

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "listReconciles",
            summary = "List looks that somebody has asked for, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<ReconcileRun> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(runs.list(part.after(), part.limit()), ReconcileRun::id);
    }

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Path("/{id}")
    @Operation(summary = "Read whether a look has ended, and how much it has repaired")
    public ReconcileRun read(@PathParam("id") String id) {
        return runs.find(PathId.of(id)).orElseThrow(NotFoundException::new);
    }
}
