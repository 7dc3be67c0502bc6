package io.milvaion.web.mend.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.mend.bulk.Bulk;
import io.milvaion.scheduler.mend.bulk.BulkAction;
import io.milvaion.scheduler.mend.bulk.BulkTarget;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationState;
import io.milvaion.scheduler.mend.operation.Operations;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.access.NotPermitted;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.PathId;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.once.ChosenId;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is done to all that a filter means. */
@Path("/operations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "operations")
public class OperationResource {

    private static final Words<String> ACTIONS =
            Words.of(
                    Arrays.stream(BulkAction.values())
                            .map(BulkAction::wire)
                            .distinct()
                            .toArray(String[]::new));
    private static final Words<OperationState> STATES = Words.of(OperationState.class);

    @Inject Bulk bulk;
    @Inject Operations operations;
    @Inject CurrentStarter starter;
    @Inject CurrentCaller caller;
    @Inject ChosenId chosen;

    @POST
    @Records("operation.create")
    @Expensive
    @Needs
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Do something to all that a filter means",
            description =
                    "Those that are there now, one after the other, in the background. Needs the"
                            + " permission of the action, and of reading the list; if it ends, the"
                            + " operation ends, too. A dry run gets 200 and does nothing.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = OperationBody.class)))
    @APIResponseSchema(value = OperationView.class, responseCode = "202")
    @APIResponse(
            responseCode = "200",
            description = "A dry run",
            content = @Content(schema = @Schema(implementation = Bulk.DryRun.class)))
    public Response begin(ObjectNode body) {
        var read = Fields.read(body, OperationBody::in);
        NotPermitted.unless(caller.require(), read.action().target().reading());
        var by = starter.with(read.action().permission());
        var selection = read.selection(caller.reach(read.action().permission()));
        if (read.body().dryRun()) {
            return Response.ok(bulk.tryOut(selection)).build();
        }
        var begun = bulk.begin(read.operation(chosen.orNull(), by), selection);
        return Response.accepted(OperationView.of(begun))
                .location(Api.at("operations", begun.id()))
                .build();
    }

    @GET
    @Needs
    @Operation(
            summary = "List operations, new ones first",
            description =
                    "Those on lists that the caller may read; whoever is limited to some jobs has"
                            + " only their own.")
    @Parameter(
            name = "target",
            in = ParameterIn.QUERY,
            description = "jobs, occurrences, failedOccurrences or deadLetters")
    @Parameter(name = "action", in = ParameterIn.QUERY)
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "pending, running, paused, completed, cancelled or failed")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<OperationView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var target = query.word("target", BulkTarget.WORDS, null);
        var action = query.word("action", ACTIONS, null);
        var state = query.word("state", STATES, null);
        var part = query.part(CursorForm.ID);
        query.check();
        var which =
                new Operations.Which(
                        readable(target),
                        action,
                        state == null ? null : Set.of(state),
                        seesOthers() ? null : caller.require().account(),
                        Reach.EVERYTHING);
        return part.page(
                operations.list(which, part.after(), part.limit()).stream()
                        .map(OperationView::of)
                        .toList(),
                OperationView::id);
    }

    @GET
    @Needs
    @Path("{id}")
    @Operation(summary = "Read how far an operation has come")
    public OperationView read(@PathParam("id") String id) {
        return OperationView.of(require(id));
    }

    @GET
    @Needs
    @Path("{id}/failures")
    @Operation(
            summary = "List the items of an operation that failed, each with the reason",
            description = "In the order of their ids; of more than 10,000 only so many.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Operations.Failure> failures(@PathParam("id") String id, @Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.ID);
        query.check();
        var operation = require(id);
        return part.page(
                operations.failures(operation.id(), part.after(), part.limit()),
                Operations.Failure::id);
    }

    @POST
    @Records("operation.pause")
    @Needs
    @Path("{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Stop working on an operation until it is resumed")
    public OperationView pause(@PathParam("id") String id) {
        return change(id, OperationState.PAUSED);
    }

    @POST
    @Records("operation.resume")
    @Needs
    @Path("{id}/resume")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Go on with an operation that was paused")
    public OperationView resume(@PathParam("id") String id) {
        return change(id, OperationState.RUNNING);
    }

    @POST
    @Records("operation.cancel")
    @Needs
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "End an operation; what it has done stays done",
            description = "Up to twenty more items may be done at that moment.")
    public OperationView cancel(@PathParam("id") String id) {
        return change(id, OperationState.CANCELLED);
    }

    private OperationView change(String id, OperationState state) {
        var operation = require(id);
        NotPermitted.unless(caller.require(), BulkAction.of(operation).permission());
        return OperationView.of(operations.change(operation, state));
    }

    private BulkOperation require(String id) {
        var uuid = PathId.of(id);
        var found =
                operations
                        .find(uuid)
                        .filter(this::isSeen)
                        .orElseThrow(() -> new NotFound(NotFound.What.OPERATION, uuid));
        NotPermitted.unless(caller.require(), BulkAction.of(found).target().reading());
        return found;
    }

    /** Whoever is limited to some jobs sees only what they have begun themselves. */
    private boolean isSeen(BulkOperation operation) {
        return seesOthers() || caller.require().account().equals(operation.by().account());
    }

    private boolean seesOthers() {
        return !caller.require().rights().areLimited();
    }

    /** The lists that the caller may see, or the one of them that is asked for. */
    private List<String> readable(BulkTarget asked) {
        var who = caller.require();
        return Arrays.stream(BulkTarget.values())
                .filter(target -> asked == null || asked == target)
                .filter(target -> who.may(target.reading()))
                .map(BulkTarget::wire)
                .toList();
    }
}
