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

/** Answers why a run is not running. */
@Path("/occurrences/{id}/why")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "occurrences")
public class OccurrenceWhyResource {

    @Inject Why why;

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Operation(
            operationId = "explainOccurrence",
            summary = "Explain why a run is not running, or what has become of it")
    public Causes read(@PathParam("id") String id) {
        UUID subject = PathId.of(id);
        return new Causes(why.occurrence(subject));
    }
}
