package io.milvaion.web.see.pressure;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.pressure.LimitView;
import io.milvaion.scheduler.see.pressure.Limits;
import io.milvaion.web.ground.access.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How near the limits are. */
@Path("/admin/limits")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class LimitResource {

    @Inject LimitView view;

    @GET
    @Needs(Permission.SYSTEM_READ)
    @Operation(
            operationId = "readLimits",
            summary = "Read how much is used of what is limited: connections, files, memory, disks")
    public Limits read() {
        return view.read();
    }
}
