package io.milvaion.web.see.why;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.scheduler.see.why.Why;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.PathId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers why a job is not running. */
@Path("/jobs/{id}/why")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class JobWhyResource {

    @Inject Why why;

    @GET
    @Needs(Permission.JOB_READ)
    @Within(Belonging.JOB)
    @Operation(operationId = "explainJob", summary = "Explain why a job is not running")
    public Causes read(@PathParam("id") String id) {
        UUID subject = PathId.of(id);
        return new Causes(why.job(subject));
    }
}
