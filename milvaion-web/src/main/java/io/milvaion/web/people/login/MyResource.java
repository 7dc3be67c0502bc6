package io.milvaion.web.people.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.First;
import io.milvaion.scheduler.people.factor.SecondFactors;
import io.milvaion.scheduler.people.login.OwnMail;
import io.milvaion.scheduler.people.login.PasswordChange;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.once.Confidential;
import io.milvaion.web.people.account.Email;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What callers may know and change of themselves. */
@Path("/auth")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class MyResource {

    @Inject Accounts accounts;
    @Inject PasswordChange change;
    @Inject OwnMail mail;
    @Inject SecondFactors factors;
    @Inject CurrentCaller caller;
    @Context HttpServletRequest request;

    /**
     * Who calls.
     *
     * @param key name of the key that the request shows; null if it shows an access token
     * @param email where mail goes; null: nowhere
     * @param issuer who recognises them at a login; null: the password here does
     * @param mustEnrol whether nothing is permitted before a second factor has been set up
     * @param permissions what the request may do: a key may have less than its owner
     */
    public record Me(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable String issuer,
            List<String> roles,
            @Nullable String key,
            List<String> permissions,
            boolean mustChangePassword,
            boolean secondFactor,
            boolean mustEnrol) {}

    @GET
    @Needs
    @Path("me")
    @Operation(operationId = "readMe", summary = "Tells who calls and what that caller may do")
    public Me me() {
        var me = caller.require();
        var account = accounts.require(me.account());
        return new Me(
                me.account(),
                me.getName(),
                account.email(),
                account.issuer(),
                account.roles(),
                me.by() instanceof Caller.By.Key key ? key.name() : null,
                me.roles().stream().sorted().toList(),
                me.first() == First.PASSWORD,
                factors.isAskedFor(me.account()),
                me.first() == First.SECOND_FACTOR);
    }

    /**
     * Where the caller's mail is to go.
     *
     * @param email nowhere if absent
     * @param password as a proof
     */
    public record EmailBody(String email, String password) {}

    @POST
    @Records("account.changeEmail")
    @Confidential
    @Needs
    @Path("email")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMyEmail",
            summary = "Says where the caller's mail goes, such as links to a new password")
    public void changeEmail(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = EmailBody.class)))
                    ObjectNode body) {
        var given =
                Fields.read(
                        body,
                        fields ->
                                new EmailBody(
                                        Email.in(fields), LoginBody.needed(fields, "password")));
        mail.change(caller.require(), given.email(), given.password(), request.getRemoteAddr());
    }

    @POST
    @Records("account.changePassword")
    @Confidential
    @Needs
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeMyPassword",
            summary = "Changes the caller's password and ends their other sessions")
    public void changePassword(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(schema = @Schema(implementation = PasswordBody.class)))
                    ObjectNode body) {
        var given = Fields.read(body, PasswordBody::in);
        change.change(
                caller.require(),
                given.currentPassword(),
                given.newPassword(),
                request.getRemoteAddr());
    }
}
