package io.milvaion.web.mend.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.mend.deadletter.DeadLetter;
import io.milvaion.scheduler.mend.deadletter.Letters;
import io.milvaion.scheduler.mend.deadletter.Progress;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.outdated.Outdated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages that nobody could handle. */
@Path("/dead-letters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "dead letters")
public class DeadLetterResource {

    @Inject Letters letters;
    @Inject ShownData shown;
    @Inject CurrentCaller caller;

    /**
     * A dead letter with its content.
     *
     * @param bodyEncoding text or base64
     * @param bodyCut whether the message had more
     */
    public record DeadLetterView(
            @JsonUnwrapped DeadLetter letter,
            @Schema(implementation = Object.class) RawValue headers,
            String body,
            String bodyEncoding,
            boolean bodyCut) {}

    @GET
    @Needs(Permission.FAILURE_READ)
    @Within
    @Operation(summary = "List messages that nobody could handle, new ones first")
    @Parameter(name = "queue", in = ParameterIn.QUERY)
    @Outdated(parameters = "reason")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "part of the reason")
    @Parameter(name = "reason", in = ParameterIn.QUERY, deprecated = true, description = "now q")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<DeadLetter> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var filter = LetterFilterBody.in(query).meant(caller.reach(Permission.FAILURE_READ));
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(letters.list(filter, part.after(), part.limit()), DeadLetter::id);
    }

    @GET
    @Tagged
    @Needs(Permission.FAILURE_READ)
    @Within(Belonging.DEAD_LETTER)
    @Path("{id}")
    @Operation(summary = "Read a message that nobody could handle")
    public DeadLetterView read(@PathParam("id") String id) {
        return view(letters.require(PathId.of(id)));
    }

    private DeadLetterView view(Letters.Details found) {
        boolean cut = found.body().length < found.letter().bodyBytes();
        var text = shown(found.letter(), text(found.body(), cut));
        return new DeadLetterView(
                found.letter(),
                ApiJson.raw(found.headers()),
                text == null ? Base64.getEncoder().encodeToString(found.body()) : text,
                text == null ? "base64" : "text",
                cut);
    }

    /** The data of a job is in what was meant for a worker; whose it is may not be known. */
    private String shown(DeadLetter letter, String text) {
        boolean report = letter.queue() != null && !letter.queue().startsWith("jobs.");
        return shown.isWhole() || report ? text : SecretData.MASK;
    }

    @DELETE
    @Records("deadLetter.delete")
    @Needs(Permission.FAILURE_WRITE)
    @Within(Belonging.DEAD_LETTER)
    @Path("{id}")
    @Operation(summary = "Delete a message that nobody could handle")
    public void delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        letters.delete(PathId.of(id), Conditions.expecting(ifMatch, this::view));
    }

    @POST
    @Expensive
    @Records("deadLetter.deleteMany")
    @Needs(Permission.FAILURE_WRITE)
    @Within
    @Path("delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deleteDeadLetters",
            summary = "Delete many",
            description = "Ends after 20 s at most; if complete is false, send it again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManyLetters.class)))
    public Progress deleteMany(ObjectNode body) {
        return letters.deleteAll(
                Fields.read(body, ManyLetters::in)
                        .filter()
                        .meant(caller.reach(Permission.FAILURE_WRITE)));
    }

    /** The body as text; null if it is none. A cut may have left a part of a character. */
    private static String text(byte[] body, boolean cut) {
        int shortest = Math.max(0, body.length - (cut ? 3 : 0));
        String text = null;
        for (int end = body.length; text == null && end >= shortest; end--) {
            text = decoded(ByteBuffer.wrap(body, 0, end));
        }
        return text;
    }

    private static String decoded(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) { // no text at this length
            return null;
        }
    }
}
