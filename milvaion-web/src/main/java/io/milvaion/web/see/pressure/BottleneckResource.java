package io.milvaion.web.see.pressure;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.pressure.BottleneckView;
import io.milvaion.scheduler.see.pressure.Bottlenecks;
import io.milvaion.web.ground.access.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What holds up everything. */
@Path("/admin/bottlenecks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class BottleneckResource {

    @Inject BottleneckView view;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "readBottlenecks",
            summary = "Read which bottlenecks show, with evidence, and what helps")
    public Bottlenecks read() {
        return view.read();
    }
}
