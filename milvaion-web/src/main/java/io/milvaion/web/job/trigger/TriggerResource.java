package io.milvaion.web.job.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.once.ChosenId;
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

/** Runs a job now. */
@Path("/jobs/{id}/trigger")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class TriggerResource {

    @Inject ManualTrigger trigger;
    @Inject ChosenId chosen;
    @Inject ShownData shown;

    /** The run that was made. */
    public record Triggered(UUID occurrenceId, UUID jobId) {}

    /** How the run is to differ from others of its job. */
    @Schema(name = "Trigger")
    public record TriggerBody(@Schema(implementation = Object.class) ObjectNode data) {

        static TriggerBody in(Fields fields) {
            return new TriggerBody(RunData.in(fields, "data"));
        }
    }

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Records("job.trigger")
    @Needs(Permission.JOB_TRIGGER)
    @Within(Belonging.JOB)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "triggerJob", summary = "Run a job now, also when it is not active")
    @RequestBody(content = @Content(schema = @Schema(implementation = TriggerBody.class)))
    @APIResponseSchema(value = Triggered.class, responseCode = "202")
    public Response trigger(@PathParam("id") String id, byte[] body) {
        UUID jobId = PathId.of(id);
        var asked = Fields.read(body, TriggerBody::in);
        UUID occurrence =
                trigger.trigger(
                        new TriggerRequest(
                                jobId,
                                shown.sent(jobId, "data", RunData.text(asked.data())),
                                chosen.orNull()));
        return Response.accepted(new Triggered(occurrence, jobId))
                .location(Api.at("occurrences", occurrence))
                .build();
    }
}
