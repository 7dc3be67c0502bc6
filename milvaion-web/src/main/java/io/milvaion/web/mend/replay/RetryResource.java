package io.milvaion.web.mend.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.mend.deadletter.Failures;
import io.milvaion.scheduler.mend.replay.Retry;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.actor.CurrentActor;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.once.ChosenId;
import io.milvaion.web.job.trigger.RunData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs one failed occurrence again. */
@Path("/occurrences/{id}/retry")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "dead letters")
public class RetryResource {

    @Inject Retry retry;
    @Inject CurrentActor actor;
    @Inject ChosenId chosen;
    @Inject Failures failures;
    @Inject ShownData shown;

    /** The run that was made. */
    public record Retried(UUID occurrenceId, UUID retryOf) {}

    /** How the new run is to differ from the failed one. */
    @Schema(name = "Retry")
    public record RetryBody(
            @Schema(implementation = Object.class) ObjectNode data,
            @Schema(
                            description =
                                    "true: by the present definition of the job; false: by the"
                                            + " version that the failed run names",
                            defaultValue = "false")
                    boolean presentDefinition) {

        static RetryBody in(Fields fields) {
            return new RetryBody(
                    RunData.in(fields, "data"), fields.flag("presentDefinition", false));
        }
    }

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Records("failure.retry")
    @Needs(Permission.FAILURE_REPLAY)
    @Within(Belonging.FAILED_OCCURRENCE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retryOccurrence",
            summary = "Run a failed occurrence again, as a new occurrence")
    @RequestBody(content = @Content(schema = @Schema(implementation = RetryBody.class)))
    @APIResponseSchema(value = Retried.class, responseCode = "202")
    public Response retry(@PathParam("id") String id, byte[] body) {
        UUID failed = PathId.of(id);
        var asked = Fields.read(body, RetryBody::in);
        var wanted = new Retry.Again(data(failed, asked), asked.presentDefinition());
        UUID occurrence = retry.retry(failed, wanted, chosen.orNull(), actor.name());
        return Response.accepted(new Retried(occurrence, failed))
                .location(Api.at("occurrences", occurrence))
                .build();
    }

    private String data(UUID failed, RetryBody asked) {
        return asked.data() == null
                ? null
                : shown.sent(failures.require(failed).jobId(), "data", RunData.text(asked.data()));
    }
}
