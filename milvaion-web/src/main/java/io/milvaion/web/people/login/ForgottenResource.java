package io.milvaion.web.people.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.login.PasswordReset;
import io.milvaion.web.ground.access.ForAnybody;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.once.Confidential;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For people who have forgotten their password. */
@Path("/auth") // below /auth/password it would hide the change of a password
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class ForgottenResource {

    @Inject PasswordReset reset;
    @Context HttpServletRequest request;

    /**
     * Who has forgotten the password.
     *
     * @param account name or e-mail address
     */
    public record ForgottenBody(String account) {}

    /** What the link holds, and the password of its owner's choice. */
    public record ResetBody(String token, String newPassword) {

        static ResetBody in(Fields fields) {
            return new ResetBody(
                    LoginBody.needed(fields, "token"), LoginBody.needed(fields, "newPassword"));
        }

        @Override
        public String toString() {
            return "ResetBody[]";
        }
    }

    @POST
    @Records("account.askForReset")
    @Confidential
    @ForAnybody
    @Path("password/forgotten")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "requestNewPassword",
            summary = "Mails a link to a new password",
            description = "The answer is the same whether there is such an account or not.")
    @APIResponse(responseCode = "202", description = "If there is such an account, mail is sent")
    public Response forgotten(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ForgottenBody.class)))
                    ObjectNode body) {
        var account = Fields.read(body, fields -> LoginBody.needed(fields, "account"));
        reset.ask(account, request.getRemoteAddr());
        return Response.accepted().build();
    }

    @POST
    @Records("account.resetByMail")
    @Confidential
    @ForAnybody
    @Path("password/reset")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resetPassword",
            summary = "Changes the password by the token of a link, and ends all sessions")
    public void reset(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ResetBody.class)))
                    ObjectNode body) {
        var given = Fields.read(body, ResetBody::in);
        reset.complete(given.token(), given.newPassword());
    }
}
