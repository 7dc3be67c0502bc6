package io.milvaion.web.run.worker;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.run.inbox.RefusedSender;
import io.milvaion.scheduler.run.inbox.RefusedSenders;
import io.milvaion.web.ground.access.Needs;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who says that they are a worker and cannot prove it. */
@Path("/workers/refused")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class RefusedSenderResource {

    @Inject RefusedSenders refused;

    @GET
    @Needs(Permission.WORKER_READ)
    @Operation(summary = "List senders whose messages were not heard, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<RefusedSender> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.SEQUENCE);
        query.check();
        return part.page(refused.list(part.after(), part.limit()), RefusedSender::id);
    }
}
