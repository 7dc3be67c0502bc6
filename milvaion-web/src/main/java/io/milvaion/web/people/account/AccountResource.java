package io.milvaion.web.people.account;

import static io.milvaion.scheduler.people.role.Permission.USER_READ;
import static io.milvaion.scheduler.people.role.Permission.USER_WRITE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.account.Account;
import io.milvaion.scheduler.people.account.AccountFilter;
import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.admin.AccountAdmin;
import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.scheduler.people.session.Session;
import io.milvaion.scheduler.people.session.Sessions;
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
import io.milvaion.web.ground.json.ReadOnlyFields;
import io.milvaion.web.ground.once.Confidential;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everybody's accounts, for who sees to them. */
@Path("/users")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private static final ReadOnlyFields READ_ONLY =
            ReadOnlyFields.allBut(
                    Set.of("enabled", "email", "roles"), Account.class, Set.of("lastLoginAt"));

    @Inject Accounts accounts;
    @Inject AccountAdmin admin;
    @Inject Roles roles;
    @Inject Sessions sessions;
    @Inject CurrentCaller caller;

    /** A password for one login. */
    public record FirstPasswordBody(String password) {}

    @GET
    @Needs(USER_READ)
    @Operation(summary = "Lists accounts, new ones first")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "part of the name or of the e-mail address")
    @Parameter(name = "role", in = ParameterIn.QUERY, description = "name of a role they have")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, 50 if absent")
    public Page<Account> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var filter = new AccountFilter(query.text("q", 100), query.text("role"));
        var part = query.part(CursorForm.ID);
        query.check();
        return part.page(accounts.list(filter, part.after(), part.limit()), Account::id);
    }

    @GET
    @Tagged
    @Needs(USER_READ)
    @Path("{id}")
    @Operation(summary = "Reads an account")
    public Account read(@PathParam("id") String id) {
        return accounts.require(PathId.of(id));
    }

    @POST
    @Records("account.create")
    @Confidential
    @Needs(USER_WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes an account, whose first login must change the password")
    @APIResponseSchema(value = Account.class, responseCode = "201")
    public Response create(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = AccountBody.class)))
                    ObjectNode body) {
        var wanted = Fields.read(body, fields -> AccountBody.in(fields, roles));
        var made = admin.create(wanted, caller.require());
        return Response.created(Api.at("users", made.id())).entity(made).build();
    }

    @PATCH
    @Tagged
    @Records("account.update")
    @Needs(USER_WRITE)
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "changeAccount",
            summary =
                    "Disables or enables an account, or gives it other roles or an address; at once")
    public Account change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = AccountChange.class)))
                    ObjectNode body) {
        var account = PathId.of(id);
        var change =
                READ_ONLY.read(
                        body, accounts.require(account), fields -> AccountChange.in(fields, roles));
        return admin.change(
                account,
                expected(ifMatch),
                change.enabled(),
                change.email(),
                change.roles(),
                caller.require());
    }

    @POST
    @Records("account.resetPassword")
    @Confidential
    @Needs(USER_WRITE)
    @Path("{id}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resetAccountPassword",
            summary = "Gives an account a password for one login and ends its sessions")
    public Account resetPassword(
            @PathParam("id") String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    FirstPasswordBody.class)))
                    ObjectNode body) {
        var account = PathId.of(id);
        var password = Fields.read(body, AccountBody::password);
        return admin.resetPassword(account, password, caller.require());
    }

    @DELETE
    @Records("account.removeSecondFactor")
    @Needs(USER_WRITE)
    @Path("{id}/second-factor")
    @Operation(
            operationId = "removeAccountSecondFactor",
            summary = "Turns the second factor of an account off, for an owner who lost it")
    public Account removeSecondFactor(@PathParam("id") String id) {
        return admin.removeSecondFactor(PathId.of(id), caller.require());
    }

    @DELETE
    @Records("account.delete")
    @Needs(USER_WRITE)
    @Path("{id}")
    @Operation(summary = "Deletes an account with its sessions and keys")
    public void delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        admin.delete(PathId.of(id), expected(ifMatch), caller.require());
    }

    private static Predicate<Account> expected(String ifMatch) {
        return Conditions.expecting(ifMatch, account -> account);
    }

    @GET
    @Needs(USER_READ)
    @Path("{id}/sessions")
    @Operation(
            operationId = "listAccountSessions",
            summary = "Lists the sessions of an account that last, new ones first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Session> sessions(@PathParam("id") String id, @Context UriInfo uri) {
        return SessionPage.read(sessions, () -> accounts.require(PathId.of(id)).id(), uri);
    }

    @DELETE
    @Records("account.endSessions")
    @Needs(USER_WRITE)
    @Path("{id}/sessions")
    @Operation(operationId = "endAccountSessions", summary = "Ends the sessions of an account")
    public void endSessions(@PathParam("id") String id) {
        admin.endSessions(PathId.of(id), caller.require());
    }
}
