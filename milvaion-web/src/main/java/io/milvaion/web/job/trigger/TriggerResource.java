package io.milvaion.web.job.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.web.Api;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.PathId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs a job now. */
@Path("/jobs/{id}/trigger")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "jobs")
public class TriggerResource {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,200}");

    @Inject ManualTrigger trigger;

    /** The run that was made. */
    public record Triggered(UUID occurrenceId, UUID jobId) {}

    /** What a body may say; the data is for this run only. */
    @Schema(name = "Trigger")
    public record TriggerBody(@Schema(implementation = Object.class) ObjectNode data) {}

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Run a job now, also when it is not active")
    @RequestBody(content = @Content(schema = @Schema(implementation = TriggerBody.class)))
    public Response trigger(
            @PathParam("id") String id, @HeaderParam(KEY_HEADER) String key, byte[] body) {
        UUID jobId = PathId.of(id);
        var violations = new ArrayList<Violation>();
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            violations.add(
                    new Violation(KEY_HEADER, "1 to 200 characters of ASCII without spaces."));
        }
        var data = body.length == 0 ? null : data(body, violations);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        UUID occurrence = trigger.trigger(new TriggerRequest(jobId, data, key));
        return Response.accepted(new Triggered(occurrence, jobId))
                .location(Api.at("occurrences", occurrence))
                .build();
    }

    private static String data(byte[] body, List<Violation> violations) {
        var fields = new Fields(ApiJson.read(body, ObjectNode.class));
        var data = fields.object("data", null);
        if (data != null && JobRules.isLonger(data, JobRules.MAX_DATA_BYTES)) {
            violations.add(new Violation("data", "At most " + JobRules.MAX_DATA_BYTES + " bytes."));
        }
        violations.addAll(fields.violations());
        return data;
    }
}
