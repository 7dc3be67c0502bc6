package io.milvaion.web.see.cluster;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.cluster.Cluster;
import io.milvaion.scheduler.see.cluster.ClusterView;
import io.milvaion.web.ground.access.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that belongs together. */
@Path("/admin/cluster")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class ClusterResource {

    @Inject ClusterView view;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "readCluster",
            summary =
                    "Read nodes, leader and its lease, the last terms, how the servers answer each node, and what PostgreSQL keeps")
    public Cluster read() {
        return view.read();
    }
}
