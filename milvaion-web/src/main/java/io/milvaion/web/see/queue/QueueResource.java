package io.milvaion.web.see.queue;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.queue.QueueList;
import io.milvaion.scheduler.see.queue.QueueView;
import io.milvaion.web.ground.access.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queues. */
@Path("/admin/queues")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class QueueResource {

    @Inject QueueView view;

    @GET
    @Needs(Permission.WORKER_READ)
    @Operation(
            operationId = "readQueues",
            summary = "Read what waits in each queue, for how long, and how fast it comes and goes")
    public QueueList read() {
        return view.read();
    }
}
