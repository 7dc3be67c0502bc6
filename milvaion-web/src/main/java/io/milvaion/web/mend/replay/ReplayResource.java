package io.milvaion.web.mend.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.mend.replay.Replay;
import io.milvaion.scheduler.mend.replay.Replays;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.once.ChosenId;
import io.milvaion.web.mend.bulk.CurrentStarter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Runs many failed occurrences again. */
@Path("/replays")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "dead letters")
public class ReplayResource {

    private static final Words<String> STATES =
            Words.of("running", "paused", "cancelled", "done", "failed");

    @Inject Replays replays;
    @Inject CurrentStarter starter;
    @Inject ChosenId chosen;
    @Inject CurrentCaller caller;

    @POST
    @Expensive
    @Records("replay.create")
    @Needs(Permission.FAILURE_REPLAY)
    @Within
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Run many failed occurrences again, at a rate",
            description =
                    "Those that the filter means now and that were not retried before; each"
                            + " becomes one new occurrence, whatever happens meanwhile.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ReplayBody.class)))
    @APIResponseSchema(value = Replay.class, responseCode = "202")
    public Response create(ObjectNode body) {
        var replay =
                replays.create(
                        Fields.read(body, ReplayBody::in)
                                .request(
                                        starter.with(Permission.FAILURE_REPLAY),
                                        chosen.orNull(),
                                        caller.reach(Permission.FAILURE_REPLAY)));
        return Response.accepted(replay).location(Api.at("replays", replay.id())).build();
    }

    @GET
    @Needs(Permission.FAILURE_READ)
    @Within
    @Operation(summary = "List replays, new ones first")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "running, paused, cancelled, done or failed")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Replay> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var state = query.word("state", STATES, null);
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(
                replays.list(
                        state, part.after(), part.limit(), caller.reach(Permission.FAILURE_READ)),
                Replay::id);
    }

    @GET
    @Needs(Permission.FAILURE_READ)
    @Within(Belonging.REPLAY)
    @Path("{id}")
    @Operation(summary = "Read how far a replay has come")
    public Replay read(@PathParam("id") String id) {
        return replays.require(PathId.of(id));
    }

    @POST
    @Records("replay.pause")
    @Needs(Permission.FAILURE_REPLAY)
    @Within(Belonging.REPLAY)
    @Path("{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stop working on a replay until it is resumed")
    public Replay pause(@PathParam("id") String id) {
        return replays.pause(PathId.of(id));
    }

    @POST
    @Records("replay.resume")
    @Needs(Permission.FAILURE_REPLAY)
    @Within(Belonging.REPLAY)
    @Path("{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Go on with a replay that was paused")
    public Replay resume(@PathParam("id") String id) {
        return replays.resume(PathId.of(id));
    }

    @POST
    @Records("replay.cancel")
    @Needs(Permission.FAILURE_REPLAY)
    @Within(Belonging.REPLAY)
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "End a replay; runs that it has made go on")
    public Replay cancel(@PathParam("id") String id) {
        return replays.cancel(PathId.of(id));
    }
}
