package io.milvaion.web.mend.saved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.mend.bulk.BulkTarget;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.saved.SavedFilter;
import io.milvaion.scheduler.people.saved.SavedFilters;
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
import io.milvaion.web.ground.once.ChosenId;
import io.milvaion.web.job.definition.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Criteria of lists under names: one's own, and those that others share. */
@Path("/saved-filters")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "operations")
public class SavedFilterResource {

    @Inject SavedFilters filters;
    @Inject CurrentCaller caller;
    @Inject ChosenId chosen;

    @GET
    @Needs
    @Operation(summary = "List one's own saved filters and those that are shared, old ones first")
    @Parameter(
            name = "list",
            in = ParameterIn.QUERY,
            description = "jobs, occurrences, failedOccurrences or deadLetters")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<SavedFilterView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var list = query.word("list", BulkTarget.WORDS, null);
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(
                filters
                        .list(
                                account(),
                                list == null ? null : list.wire(),
                                part.after(),
                                part.limit())
                        .stream()
                        .map(SavedFilterView::of)
                        .toList(),
                SavedFilterView::id);
    }

    @POST
    @Records("savedFilter.create")
    @Needs
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Save a filter", description = "To share it needs Job.Write.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SavedFilterBody.class)))
    @APIResponseSchema(value = SavedFilterView.class, responseCode = "201")
    public Response create(ObjectNode body) {
        var made = filters.create(account(), wanted(body), chosen.orNull());
        return answer(Response.created(Api.at("saved-filters", made.id())), made);
    }

    @GET
    @Needs
    @Path("{id}")
    @Operation(summary = "Read a saved filter")
    @APIResponseSchema(SavedFilterView.class)
    public Response read(@PathParam("id") String id) {
        return answer(Response.ok(), filters.require(account(), PathId.of(id)));
    }

    @PUT
    @Records("savedFilter.replace")
    @Needs
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace a saved filter of one's own")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SavedFilterBody.class)))
    @APIResponseSchema(SavedFilterView.class)
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            ObjectNode body) {
        var uuid = PathId.of(id);
        var versions = IfMatch.of(ifMatch).versions();
        return answer(Response.ok(), filters.replace(account(), uuid, versions, wanted(body)));
    }

    @DELETE
    @Records("savedFilter.delete")
    @Needs
    @Path("{id}")
    @Operation(summary = "Delete a saved filter of one's own")
    public void delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        filters.delete(account(), PathId.of(id), IfMatch.of(ifMatch).versions());
    }

    private SavedFilter.Wanted wanted(ObjectNode body) {
        var wanted = Fields.read(body, SavedFilterBody::in);
        if (wanted.shared()) {
            NotPermitted.unless(caller.require(), Permission.JOB_WRITE);
        }
        return wanted;
    }

    private UUID account() {
        return caller.require().account();
    }

    private static Response answer(Response.ResponseBuilder response, SavedFilter is) {
        return response.tag(new EntityTag(Integer.toString(is.version())))
                .entity(SavedFilterView.of(is))
                .build();
    }
}
