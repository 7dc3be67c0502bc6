package io.milvaion.web.mend.replay;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.outdated.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The address that {@link RetryResource} had before 1.0. */
@Path("/failed-occurrences/{id}/retry")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "dead letters")
public class FormerRetryResource {

    @Inject RetryResource retries;

    @POST
    @Records("failure.retry")
    @Outdated
    @Needs(Permission.FAILURE_REPLAY)
    @Within(Belonging.FAILED_OCCURRENCE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retryFailedOccurrence",
            summary = "Run a failed occurrence again; now at /occurrences/{id}/retry",
            deprecated = true)
    @RequestBody(
            content = @Content(schema = @Schema(implementation = RetryResource.RetryBody.class)))
    @APIResponseSchema(value = RetryResource.Retried.class, responseCode = "202")
    public Response retry(@PathParam("id") String id, byte[] body) {
        return retries.retry(id, body);
    }
}
