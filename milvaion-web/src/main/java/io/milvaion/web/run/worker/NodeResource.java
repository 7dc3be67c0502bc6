package io.milvaion.web.run.worker;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.overview.Node;
import io.milvaion.scheduler.see.overview.Overview;
import io.milvaion.web.ground.access.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Processes of the scheduler. */
@Path("/nodes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class NodeResource {

    @Inject Overview overview;

    /** All nodes, at most 1,000. */
    public record NodeList(List<Node> items) {}

    @GET
    @Needs(Permission.WORKER_READ)
    @Operation(summary = "List nodes; one of them leads")
    public NodeList list() {
        return new NodeList(overview.nodes());
    }
}
