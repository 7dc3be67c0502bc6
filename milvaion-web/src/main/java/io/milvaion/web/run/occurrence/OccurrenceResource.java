package io.milvaion.web.run.occurrence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.occurrence.Attempt;
import io.milvaion.scheduler.state.occurrence.LogLine;
import io.milvaion.scheduler.state.occurrence.Occurrence;
import io.milvaion.scheduler.state.occurrence.OccurrenceFilter;
import io.milvaion.scheduler.state.occurrence.OccurrenceLists;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.json.ApiJson;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    /** An occurrence with what may be long, and its attempts; data only if it has its own. */
    public record OccurrenceView(
            @JsonUnwrapped Occurrence occurrence,
            String result,
            String error,
            @Schema(implementation = Object.class) RawValue data,
            List<Attempt> attempts) {}

    /**
     * @param cancelled true: it is Cancelled; false: its worker was asked to stop
     */
    public record Cancelled(UUID occurrenceId, boolean cancelled) {}

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within
    @Operation(summary = "List occurrences, new ones first")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description =
                    "0 Queued, 1 Running, 2 Completed, 3 Failed, 4 Cancelled, 5 TimedOut, 6 Unknown")
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(name = "manual", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Occurrence> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var filter =
                new OccurrenceFilter(
                        query.uuid("jobId"),
                        query.integer("state", null, 0, 6),
                        query.text("jobType"),
                        query.flag("manual"),
                        query.instant("from"),
                        query.instant("to"),
                        query.uuid("after"),
                        query.integer("limit", 50, 1, 200),
                        caller.reach(Permission.OCCURRENCE_READ));
        query.check();
        return Page.of(lists.list(filter), filter.limit(), Occurrence::id);
    }

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Path("{id}")
    @Operation(summary = "Read an occurrence")
    public OccurrenceView read(@PathParam("id") String id) {
        var found = occurrences.require(PathId.of(id));
        return new OccurrenceView(
                found.occurrence(),
                found.result(),
                found.error(),
                ApiJson.raw(found.data()),
                found.attempts());
    }

    @GET
    @Needs(Permission.OCCURRENCE_READ)
    @Within(Belonging.OCCURRENCE)
    @Path("{id}/logs")
    @Operation(summary = "Read the log of an occurrence; attempt 0 is the scheduler")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "nextCursor of a page: attempt and seq of its last line, like 1.250")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "1 to 1000, default 200; fewer come if they have more than 1 MiB")
    public Page<LogLine> logs(@PathParam("id") String id, @Context UriInfo uri) {
        UUID occurrence = PathId.of(id);
        var query = new Query(uri);
        var after = LogCursor.of(query, "after");
        int limit = query.integer("limit", 200, 1, 1_000);
        query.check();
        var part = occurrences.logs(occurrence, after.attempt(), after.seq(), limit);
        return Page.of(
                part.lines(), part.last(), line -> new LogCursor(line.attempt(), line.seq()));
    }

    @POST
    @Needs(Permission.OCCURRENCE_CANCEL)
    @Within(Belonging.OCCURRENCE)
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Cancel a run; one that a worker executes is asked to stop")
    public Response cancel(@PathParam("id") String id) {
        UUID occurrence = PathId.of(id);
        boolean ended = cancellation.cancel(occurrence);
        return Response.accepted(new Cancelled(occurrence, ended)).build();
    }
}
