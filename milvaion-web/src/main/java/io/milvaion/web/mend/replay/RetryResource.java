package io.milvaion.web.mend.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.mend.replay.Retry;
import io.milvaion.web.Api;
import io.milvaion.web.ground.actor.CurrentActor;
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
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs one failed occurrence again. */
@Path("/failed-occurrences/{id}/retry")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "dead letters")
public class RetryResource {

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[!-~]{1,200}");

    @Inject Retry retry;
    @Inject CurrentActor actor;

    /** The run that was made. */
    public record Retried(UUID occurrenceId, UUID retryOf) {}

    /** What a body may say: other data than the failed run had. */
    @Schema(name = "Retry")
    public record RetryBody(@Schema(implementation = Object.class) ObjectNode data) {}

    /**
     * @param body read as bytes, because there may be none
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Run a failed occurrence again, as a new occurrence")
    @RequestBody(content = @Content(schema = @Schema(implementation = RetryBody.class)))
    public Response retry(
            @PathParam("id") String id, @HeaderParam(KEY_HEADER) String key, byte[] body) {
        UUID failed = PathId.of(id);
        var violations = new ArrayList<Violation>();
        if (key != null && !KEY_FORM.matcher(key).matches()) {
            violations.add(
                    new Violation(KEY_HEADER, "1 to 200 characters of ASCII without spaces."));
        }
        String data = null;
        if (body.length > 0) {
            var fields = new Fields(ApiJson.read(body, ObjectNode.class));
            data = fields.object("data", null);
            if (data != null && JobRules.isLonger(data, JobRules.MAX_DATA_BYTES)) {
                fields.wrong("data", "At most " + JobRules.MAX_DATA_BYTES + " bytes.");
            }
            violations.addAll(fields.violations());
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        UUID occurrence = retry.retry(failed, data, key, actor.name());
        return Response.accepted(new Retried(occurrence, failed))
                .location(Api.at("occurrences", occurrence))
                .build();
    }
}
