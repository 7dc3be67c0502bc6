package io.milvaion.web.people.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.key.ApiKey;
import io.milvaion.scheduler.people.key.ApiKeys;
import io.milvaion.scheduler.people.key.MadeKey;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.once.Confidential;
import jakarta.enterprise.context.RequestScoped;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The keys of the caller. */
@Path("/api-keys")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    @Inject ApiKeys keys;
    @Inject CurrentCaller caller;
    @Inject KeyOwner owner;

    /**
     * A key that was just made.
     *
     * @param secret what programs show; nobody can read it again
     */
    public record MadeKeyView(@JsonUnwrapped ApiKey key, String secret) {

        static MadeKeyView of(MadeKey made) {
            return new MadeKeyView(made.key(), made.text().text());
        }
    }

    /**
     * For how long the old key stays good: 0 if absent.
     *
     * @param overlapHours the same as before 1.0
     */
    public record RotateBody(
            Integer overlapSeconds, @Schema(deprecated = true) Integer overlapHours) {

        static RotateBody in(Fields fields) {
            var body =
                    new RotateBody(
                            fields.integer(
                                    "overlapSeconds", null, 0, (int) LONGEST_OVERLAP.toSeconds()),
                            fields.integer(
                                    "overlapHours", null, 0, (int) LONGEST_OVERLAP.toHours()));
            if (body.overlapSeconds != null && body.overlapHours != null) {
                fields.wrong("overlapHours", "Not together with overlapSeconds.");
            }
            return body;
        }

        Duration overlap() {
            return overlapHours == null
                    ? Duration.ofSeconds(overlapSeconds == null ? 0 : overlapSeconds)
                    : Duration.ofHours(overlapHours);
        }
    }

    @GET
    @Needs
    @Operation(summary = "Lists the caller's keys, or everybody's for who may read accounts")
    @Parameter(name = "all", in = ParameterIn.QUERY, description = "true: everybody's")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 50 if absent")
    public Page<ApiKey> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var all = query.flag("all");
        var part = query.part(CursorForm.ID);
        query.check();
        var of = owner.listed(Boolean.TRUE.equals(all));
        return part.page(keys.list(of, part.after(), part.limit()), ApiKey::id);
    }

    @GET
    @Tagged
    @Needs
    @Path("{id}")
    @Operation(summary = "Reads a key, without its secret")
    public ApiKey read(@PathParam("id") String id) {
        return owner.mayRead(PathId.of(id));
    }

    @POST
    @Records("apiKey.create")
    @Confidential
    @Needs
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a key; its secret is in this answer only")
    @APIResponseSchema(value = MadeKeyView.class, responseCode = "201")
    public Response create(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = KeyBody.class)))
                    ObjectNode body) {
        Caller me = owner.mayMakeKeys();
        var made = keys.create(Fields.read(body, fields -> KeyBody.in(fields, me)), me.getName());
        return created(made);
    }

    @POST
    @Records("apiKey.rotate")
    @Confidential
    @Needs
    @Path("{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a key with the same rights and lets the old one run out")
    @APIResponseSchema(value = MadeKeyView.class, responseCode = "201")
    public Response rotate(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = RotateBody.class)))
                    byte[] body) {
        var key = owner.own(PathId.of(id));
        var overlap = Fields.read(body, RotateBody::in).overlap();
        var me = owner.mayMakeKeys();
        return created(keys.rotate(key.id(), me.account(), overlap, me.getName()));
    }

    @DELETE
    @Records("apiKey.revoke")
    @Needs
    @Path("{id}")
    @Operation(summary = "Ends a key at once; it stays in the list")
    public void revoke(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        var key = owner.mayRevoke(PathId.of(id));
        keys.revoke(key.id(), Conditions.expecting(ifMatch, is -> is));
    }

    private static Response created(MadeKey made) {
        return Response.created(Api.at("api-keys", made.key().id()))
                .entity(MadeKeyView.of(made))
                .header("Cache-Control", "no-store")
                .build();
    }
}
