package io.milvaion.web.run.stop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.state.stop.DispatchState;
import io.milvaion.scheduler.state.stop.DispatchStop;
import io.milvaion.scheduler.state.stop.EmergencyStop;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The emergency stop. */
@Path("/admin/dispatch")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class DispatchResource {

    @Inject EmergencyStop stop;
    @Inject CurrentActor actor;

    @GET
    @Tagged
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "readDispatching",
            summary = "Read whether the cluster dispatches; if not, why, who stopped it and when")
    public DispatchState read() {
        return stop.state();
    }

    @POST
    @Tagged
    @Records("dispatching.stop")
    @Needs(Permission.SYSTEM_OPERATE)
    @Path("stop")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "stopDispatching",
            summary =
                    "Stop dispatching: no run is planned, released or published, triggers are"
                            + " refused; running work ends. A stop that lasts stays as it is")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = StopBody.class)))
    public DispatchState stop(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ObjectNode body) {
        var reason = Fields.read(body, StopBody::in).reason();
        return stop.stop(reason, expected(ifMatch), actor.name());
    }

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Tagged
    @Records("dispatching.resume")
    @Needs(Permission.SYSTEM_OPERATE)
    @Path("resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resumeDispatching",
            summary = "Resume dispatching; what was missed follows the misfire policies")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResumeBody.class)))
    public DispatchState resume(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        var reason = Fields.read(body, ResumeBody::in).reason();
        return stop.resume(reason, expected(ifMatch), actor.name());
    }

    private static Predicate<DispatchState> expected(String ifMatch) {
        return Conditions.expecting(ifMatch, state -> state);
    }

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Path("history")
    @Operation(operationId = "listDispatchStops", summary = "List emergency stops, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<DispatchStop> history(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(stop.history(part.after(), part.limit()), DispatchStop::id);
    }
}
