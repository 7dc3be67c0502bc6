package io.milvaion.web.run.stop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.state.pause.Pause;
import io.milvaion.scheduler.state.pause.Pauses;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Maintenance: pauses of a job type, a worker group or a tag. */
@Path("/admin/pauses")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class PauseResource {

    @Inject Pauses pauses;
    @Inject CurrentActor actor;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(summary = "List the pauses that last, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Pause> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(pauses.list(part.after(), part.limit()), Pause::id);
    }

    @POST
    @Records("pause.create")
    @Needs(Permission.SYSTEM_OPERATE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createPause",
            summary =
                    "Pause the jobs of a type, of a worker group or with a tag: no run of theirs is"
                            + " planned, released or published, triggers are refused; running work"
                            + " ends. What was missed follows the misfire policies in the end")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PauseBody.class)))
    @APIResponseSchema(value = Pause.class, responseCode = "201")
    public Response create(ObjectNode body) {
        var wanted = Fields.read(body, PauseBody::in);
        var pause = pauses.open(wanted.scope(), wanted.reason(), wanted.until(), actor.name());
        return Response.created(Api.at("admin/pauses", pause.id())).entity(pause).build();
    }

    @DELETE
    @Records("pause.end")
    @Needs(Permission.SYSTEM_OPERATE)
    @Path("{id}")
    @Operation(operationId = "endPause", summary = "End a pause; what is due runs at once")
    public void end(@PathParam("id") String id) {
        pauses.end(PathId.of(id));
    }
}
