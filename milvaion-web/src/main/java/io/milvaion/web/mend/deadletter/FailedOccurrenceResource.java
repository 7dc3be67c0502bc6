package io.milvaion.web.mend.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.mend.deadletter.FailedOccurrence;
import io.milvaion.scheduler.mend.deadletter.FailureGroup;
import io.milvaion.scheduler.mend.deadletter.FailureGroups;
import io.milvaion.scheduler.mend.deadletter.Failures;
import io.milvaion.scheduler.mend.deadletter.Progress;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.scheduler.state.occurrence.Attempt;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.ShownData;
import io.milvaion.web.ground.access.Within;
import io.milvaion.web.ground.actor.CurrentActor;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs that ended otherwise than Completed. */
@Path("/failed-occurrences")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "dead letters")
public class FailedOccurrenceResource {

    @Inject Failures failures;
    @Inject FailureGroups groups;
    @Inject Occurrences occurrences;
    @Inject CurrentActor actor;
    @Inject CurrentCaller caller;
    @Inject ShownData shown;

    /** A failed occurrence with what only its own page shows; null where it is gone. */
    public record FailedOccurrenceView(
            @JsonUnwrapped FailedOccurrence failed,
            @Nullable String error,
            @Schema(implementation = Object.class) @Nullable RawValue data,
            List<Attempt> attempts) {}

    @GET
    @Expensive(with = "q")
    @Needs(Permission.FAILURE_READ)
    @Within
    @Operation(summary = "List runs that ended otherwise than Completed, new ones first")
    @Parameter(name = "jobId", in = ParameterIn.QUERY)
    @Parameter(name = "jobType", in = ParameterIn.QUERY)
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = OccurrenceState.class),
            description = "failed, cancelled, timedOut or unknown")
    @Parameter(
            name = "cause",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = FailureCause.class),
            description =
                    "exhausted, permanent, stopped, timedOut, cancelled, workerLost, unknown,"
                            + " poison")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "id of a group")
    @Parameter(name = "resolved", in = ParameterIn.QUERY)
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "planned at or after")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "planned before")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "part of the text of the group")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<FailedOccurrence> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var filter = FailureFilterBody.in(query).meant(caller.reach(Permission.FAILURE_READ));
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(
                failures.list(filter, part.after(), part.limit()), FailedOccurrence::occurrenceId);
    }

    @GET
    @Needs(Permission.FAILURE_READ)
    @Within
    @Path("groups")
    @Operation(
            operationId = "listFailureGroups",
            summary = "List groups of similar errors, those seen last first")
    @Parameter(
            name = "resolved",
            in = ParameterIn.QUERY,
            description = "false: with something to deal with; true: without")
    @Parameter(name = "q", in = ParameterIn.QUERY, description = "part of the text of the group")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<FailureGroup> groups(@Context UriInfo uri) {
        var query = new Query(uri);
        var resolved = query.flag("resolved");
        var text = query.text("q");
        var part = query.part(GroupPlace.FORM);
        query.check();
        return part.page(
                groups.list(
                        resolved == null ? null : !resolved,
                        text,
                        part.after() == null ? null : part.after().seen(),
                        part.after() == null ? null : part.after().id(),
                        part.limit(),
                        caller.reach(Permission.FAILURE_READ)),
                GroupPlace::of);
    }

    @GET
    @Tagged
    @Needs(Permission.FAILURE_READ)
    @Within(Belonging.FAILED_OCCURRENCE)
    @Path("{id}")
    @Operation(summary = "Read a failed occurrence with its error, its data and its attempts")
    public FailedOccurrenceView read(@PathParam("id") String id) {
        return view(failures.require(PathId.of(id)));
    }

    @POST
    @Records("failure.resolve")
    @Needs(Permission.FAILURE_WRITE)
    @Within(Belonging.FAILED_OCCURRENCE)
    @Path("{id}/resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Mark a failed occurrence as dealt with, with a note")
    @RequestBody(content = @Content(schema = @Schema(implementation = ResolutionBody.class)))
    public FailedOccurrence resolve(@PathParam("id") String id, byte[] body) {
        UUID occurrence = PathId.of(id);
        var note = Fields.read(body, ResolutionBody::in).note();
        return failures.resolve(occurrence, actor.name(), note);
    }

    @DELETE
    @Records("failure.delete")
    @Needs(Permission.FAILURE_WRITE)
    @Within(Belonging.FAILED_OCCURRENCE)
    @Path("{id}")
    @Operation(summary = "Take one from the list; the occurrence and its job stay")
    public void delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        failures.delete(PathId.of(id), Conditions.expecting(ifMatch, this::view));
    }

    @POST
    @Expensive
    @Records("failure.resolveMany")
    @Needs(Permission.FAILURE_WRITE)
    @Within
    @Path("resolve")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resolveFailedOccurrences",
            summary = "Mark many as dealt with",
            description = "Ends after 20 s at most; if complete is false, send it again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManyFailures.class)))
    public Progress resolveMany(ObjectNode body) {
        var many = Fields.read(body, ManyFailures::in);
        return failures.resolveAll(
                many.filter().meant(caller.reach(Permission.FAILURE_WRITE)),
                actor.name(),
                many.note());
    }

    @POST
    @Expensive
    @Records("failure.deleteMany")
    @Needs(Permission.FAILURE_WRITE)
    @Within
    @Path("delete")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deleteFailedOccurrences",
            summary = "Take many from the list; the occurrences and their jobs stay",
            description = "Ends after 20 s at most; if complete is false, send it again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ManyFailures.class)))
    public Progress deleteMany(ObjectNode body) {
        return failures.deleteAll(
                Fields.read(body, ManyFailures::in)
                        .filter()
                        .meant(caller.reach(Permission.FAILURE_WRITE)));
    }

    private FailedOccurrenceView view(FailedOccurrence failed) {
        try {
            var whole = occurrences.require(failed.occurrenceId());
            var secrets = shown.told(failed.jobId(), whole.data());
            var found = whole.told(secrets::masked);
            return new FailedOccurrenceView(
                    failed,
                    found.error(),
                    ApiJson.raw(shown.ofRun(failed.jobId(), found.data())),
                    found.attempts());
        } catch (NotFound e) { // its day was removed; what is known of it stays
            return new FailedOccurrenceView(failed, null, null, List.of());
        }
    }
}
