package io.milvaion.web.people.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.factor.Enrolment;
import io.milvaion.scheduler.people.factor.FactorState;
import io.milvaion.scheduler.people.factor.SecondFactors;
import io.milvaion.scheduler.people.login.OwnFactor;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.Needs;
import io.milvaion.web.ground.audit.Records;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.ground.once.Confidential;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second factor of the caller. */
@Path("/auth/second-factor")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class MyFactorResource {

    @Inject SecondFactors factors;
    @Inject OwnFactor own;
    @Inject CurrentCaller caller;
    @Context HttpServletRequest request;

    /** The password, as a proof. */
    public record ProofBody(String password) {}

    /** A code of the authenticator app. */
    public record CodeBody(String code) {}

    /** Codes for who has lost the app, each good once; nobody sees them again. */
    public record RecoveryCodesView(List<String> recoveryCodes) {}

    @GET
    @Needs
    @Operation(summary = "Tells how it stands with the caller's second factor")
    public FactorState read() {
        return factors.state(caller.require().account());
    }

    @POST
    @Records("secondFactor.begin")
    @Confidential
    @Needs
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a secret for an authenticator app, which a code has to confirm")
    public Enrolment begin(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = ProofBody.class)))
                    ObjectNode body) {
        var password = Fields.read(body, fields -> LoginBody.needed(fields, "password"));
        return own.begin(caller.require(), password, request.getRemoteAddr());
    }

    @POST
    @Records("secondFactor.confirm")
    @Confidential
    @Needs
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts the second factor in force and gives recovery codes")
    public RecoveryCodesView confirm(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CodeBody.class)))
                    ObjectNode body) {
        var code = Fields.read(body, fields -> LoginBody.needed(fields, "code"));
        return new RecoveryCodesView(own.confirm(caller.require(), code));
    }

    @POST
    @Records("secondFactor.renewRecoveryCodes")
    @Confidential
    @Needs
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "renewMyRecoveryCodes",
            summary = "Makes new recovery codes; the old ones are good no more")
    public RecoveryCodesView renewRecoveryCodes(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = FactorBody.class)))
                    ObjectNode body) {
        var given = Fields.read(body, FactorBody::in);
        return new RecoveryCodesView(
                own.renewRecoveryCodes(
                        caller.require(), given.password(), given.code(), request.getRemoteAddr()));
    }

    @POST
    @Records("secondFactor.turnOff")
    @Confidential
    @Needs
    @Path("off")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Turns the caller's second factor off")
    public void turnOff(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = FactorBody.class)))
                    ObjectNode body) {
        var given = Fields.read(body, FactorBody::in);
        own.turnOff(caller.require(), given.password(), given.code(), request.getRemoteAddr());
    }
}
