package io.milvaion.web.run.occurrence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.occurrence.Attempt;
import io.milvaion.scheduler.state.occurrence.Neighbours;
import io.milvaion.scheduler.state.occurrence.Occurrence;
import io.milvaion.scheduler.state.occurrence.OccurrenceLists;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs of jobs. */
@Path("/occurrences")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "occurrences")
public class OccurrenceResource {

    @Inject Occurrences occurrences;
    @Inject OccurrenceLists lists;
    @Inject Cancellation cancellation;
    @Inject CurrentCaller caller;
    @Inject ShownData shown;

    /** An occurrence with what may be long, and its attempts; data only if it has its own. */
    public record OccurrenceView(
            @JsonUnwrapped Occurrence occurrence,
            @Nullable String result,
            @Nullable String error,
            @Schema(implementation = Object.class) @Nullable RawValue data,
            List<Attempt> attempts) {}

    /**
     * The run after a wish to cancel it.
     *
     * @param cancelled true: it is cancelled; false: its worker was asked to stop
     */
    public record Cancelled(
            @JsonUnwrapped Occurrence occurrence, UUID occurrenceId, boolean cancelled) {}

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Operation(summary = "List occurrences, new ones first")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = OccurrenceState.class),
            description = "queued, running, completed, failed, cancelled, timedOut or unknown")
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(name = "manual", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Occurrence> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        var filter =
                RunCriteria.in(query)
                        .page(part.after(), part.limit(), caller.reach(Permission.OCCURRENCE_READ));
        query.check();
        return part.page(lists.list(filter), Occurrence::id);
    }

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Path("{id}")
    @Operation(summary = "Read an occurrence")
    public OccurrenceView read(@PathParam("id") String id) {
        var whole = occurrences.require(PathId.of(id));
        var secrets = shown.told(whole.occurrence().jobId(), whole.data());
        var found = whole.told(secrets::masked);
        return new OccurrenceView(
                found.occurrence(),
                found.result(),
                found.error(),
                ApiJson.raw(shown.ofRun(found.occurrence().jobId(), found.data())),
                found.attempts());
    }

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Path("{id}/neighbours")
    @Operation(
            operationId = "readNeighboursOfOccurrence",
            summary = "Name the runs of the same job before and after one")
    public Neighbours neighbours(@PathParam("id") String id) {
        return occurrences.neighbours(PathId.of(id));
    }

    @POST
    @Records("occurrence.cancel")
    @Needs(Permission.OCCURRENCE_CANCEL)
    @Within(Belonging.OCCURRENCE)
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Cancel a run; one that a worker executes is asked to stop",
            description = "200 if it is cancelled, 202 if its worker was asked")
    @APIResponseSchema(Cancelled.class)
    @APIResponse(
            responseCode = "202",
            description = "Its worker was asked to stop",
            content = @Content(schema = @Schema(implementation = Cancelled.class)))
    public Response cancel(@PathParam("id") String id) {
        UUID occurrence = PathId.of(id);
        boolean ended = cancellation.cancel(occurrence);
        var now = occurrences.require(occurrence).occurrence();
        return Response.status(ended ? Response.Status.OK : Response.Status.ACCEPTED)
                .location(Api.at("occurrences", occurrence))
                .entity(new Cancelled(now, occurrence, ended))
                .build();
    }
}
