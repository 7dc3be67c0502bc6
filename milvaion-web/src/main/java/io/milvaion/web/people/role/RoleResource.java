package io.milvaion.web.people.role;

import static io.milvaion.scheduler.people.role.Permission.USER_READ;
import static io.milvaion.scheduler.people.role.Permission.USER_WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.web.Api;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import io.milvaion.web.ground.json.ReadOnlyFields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Roles: those of the product, and an installation's own. */
@Path("/roles")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

    private static final ReadOnlyFields READ_ONLY =
            new ReadOnlyFields(Set.of("name", "builtIn"), Set.of(), Set.of());

    @Inject Roles roles;
    @Inject CurrentCaller caller;

    /**
     * A role with the names of what it permits.
     *
     * @param limit the jobs that it is for; null: all
     */
    public record RoleView(
            String name, boolean builtIn, List<String> permissions, @Nullable Limit limit) {

        static RoleView of(Role role) {
            return new RoleView(
                    role.name(),
                    role.builtIn(),
                    role.permissions().stream().map(Permission::id).sorted().toList(),
                    role.limit().orNull());
        }
    }

    @GET
    @Needs(USER_READ)
    @Operation(summary = "Lists roles by their names")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<RoleView> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        return part.of(
                roles.list().stream().map(RoleView::of).toList(),
                RoleView::name,
                Comparator.naturalOrder());
    }

    @GET
    @Tagged
    @Needs(USER_READ)
    @Path("{name}")
    @Operation(summary = "Reads a role")
    public RoleView read(@PathParam("name") String name) {
        return roles.find(name).map(RoleView::of).orElseThrow(NotFoundException::new);
    }

    @PUT
    @Tagged
    @Records("role.put")
    @Needs(USER_WRITE)
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a role or changes what it permits and its limit, at once")
    @APIResponseSchema(RoleView.class)
    @APIResponse(
            responseCode = "201",
            description = "It was made",
            content = @Content(schema = @Schema(implementation = RoleView.class)))
    public Response put(
            @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = RoleBody.class)))
                    ObjectNode body) {
        if (!RoleBody.isName(name)) {
            throw new InvalidInput(
                    "name", "1 to 50 letters, digits, spaces and . _ - after a letter.");
        }
        var me = caller.require();
        var before = roles.find(name).map(RoleView::of);
        var wanted =
                READ_ONLY.read(
                        body,
                        before.orElse(new RoleView(name, false, List.of(), null)),
                        fields -> RoleBody.in(name, fields, me));
        var role =
                RoleView.of(
                        roles.put(name, wanted.permissions(), wanted.limit(), expected(ifMatch)));
        return Response.status(before.isEmpty() ? Response.Status.CREATED : Response.Status.OK)
                .location(Api.at("roles", role.name()))
                .entity(role)
                .build();
    }

    @DELETE
    @Records("role.delete")
    @Needs(USER_WRITE)
    @Path("{name}")
    @Operation(summary = "Deletes a role that nobody has")
    public void delete(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        roles.delete(name, expected(ifMatch));
    }

    private static Predicate<Role> expected(String ifMatch) {
        return Conditions.expecting(ifMatch, RoleView::of);
    }
}
