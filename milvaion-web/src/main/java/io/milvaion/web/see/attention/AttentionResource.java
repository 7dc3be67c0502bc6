package io.milvaion.web.see.attention;

import io.milvaion.scheduler.see.attention.AttentionList;
import io.milvaion.scheduler.see.attention.AttentionReader;
import io.milvaion.web.ground.access.Needs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers what is wrong right now. */
@Path("/attention")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cluster")
public class AttentionResource {

    @Inject AttentionReader attention;
    @Inject CurrentSight sight;

    @GET
    @Needs
    @Operation(
            summary = "Read what is wrong right now, the gravest first",
            description =
                    "Whoever has logged in reads what they may see otherwise: of jobs, runs and"
                            + " failures that they reach, and of the whole with System.Read and"
                            + " Worker.Read. An answer is a second old at most, or fifty times as old"
                            + " as it took, up to a minute. It says how the node that answers sees its"
                            + " servers.")
    public AttentionList read() {
        return attention.read(sight.get());
    }
}
