package io.milvaion.web.people.account;

import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.session.Session;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sessions of the caller, who may miss one. */
@Path("/auth/sessions")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class MySessionResource {

    @Inject Sessions sessions;
    @Inject CurrentCaller caller;

    @GET
    @Needs
    @Operation(summary = "Lists the caller's sessions that last, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Session> list(@Context UriInfo uri) {
        return SessionPage.read(sessions, () -> caller.require().account(), uri);
    }

    @DELETE
    @Records("session.endOthers")
    @Needs
    @Operation(
            operationId = "endMyOtherSessions",
            summary = "Ends the caller's sessions but the one that asks")
    public void endOthers() {
        var me = caller.require();
        var mine = me.by() instanceof Caller.By.Token session ? session.id() : null;
        sessions.endOthers(me.account(), mine);
    }

    @DELETE
    @Records("session.end")
    @Needs
    @Path("{id}")
    @Operation(summary = "Ends one of the caller's sessions; one that is over or not theirs stays")
    public void end(@PathParam("id") String id) {
        sessions.endOwn(PathId.of(id), caller.require().account());
    }
}
