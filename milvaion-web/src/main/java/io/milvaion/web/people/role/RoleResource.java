package io.milvaion.web.people.role;

import static io.milvaion.scheduler.people.role.Permission.USER_READ;
import static io.milvaion.scheduler.people.role.Permission.USER_WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.condition.Conditions;
import io.milvaion.web.ground.condition.Tagged;
import io.milvaion.web.ground.json.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Roles: those of the product, and an installation's own. */
@Path("/roles")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

    @Inject Roles roles;
    @Inject CurrentCaller caller;

    /**
     * A role with the names of what it permits.
     *
     * @param limit the jobs that it is for; null: all
     */
    public record RoleView(String name, boolean builtIn, List<String> permissions, Limit limit) {

        static RoleView of(Role role) {
            return new RoleView(
                    role.name(),
                    role.builtIn(),
                    role.permissions().stream().map(Permission::id).sorted().toList(),
                    role.limit().orNull());
        }
    }

    /** All roles. */
    public record RoleList(List<RoleView> items) {}

    @GET
    @Needs(USER_READ)
    @Operation(summary = "Lists all roles")
    public RoleList list() {
        return new RoleList(roles.list().stream().map(RoleView::of).toList());
    }

    @GET
    @Tagged
    @Needs(USER_READ)
    @Path("{name}")
    @Operation(summary = "Reads a role")
    public RoleView read(@PathParam("name") String name) {
        return roles.find(name).map(RoleView::of).orElseThrow(() -> new NoSuchRole(name));
    }

    @PUT
    @Tagged
    @Needs(USER_WRITE)
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a role or changes what it permits and its limit, at once")
    public RoleView put(
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
        var wanted = Fields.read(body, fields -> RoleBody.in(name, fields, me));
        return RoleView.of(
                roles.put(name, wanted.permissions(), wanted.limit(), expected(ifMatch)));
    }

    @DELETE
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
