package io.milvaion.web.people.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.login.Login;
import io.milvaion.scheduler.people.oidc.OidcLogin;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.scheduler.people.session.Tokens;
import io.milvaion.web.ground.access.CurrentCaller;
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
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Begins, refreshes and ends sessions. */
@Path("/auth")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class LoginResource {

    @Inject Login login;
    @Inject Sessions sessions;
    @Inject OidcLogin oidc;
    @Inject CurrentCaller caller;
    @Context HttpServletRequest request;

    /**
     * What a login gives.
     *
     * @param accessToken for {@code Authorization: Bearer}
     * @param expiresIn how many seconds it is good
     * @param sessionId as the list of one's sessions names it
     * @param sessionExpiresIn after how many seconds the session ends unless it is refreshed
     */
    public record TokenView(
            String accessToken,
            String tokenType,
            long expiresIn,
            UUID sessionId,
            long sessionExpiresIn) {

        static TokenView of(Tokens tokens) {
            return new TokenView(
                    tokens.access(),
                    "Bearer",
                    tokens.accessFor().toSeconds(),
                    tokens.session(),
                    tokens.refreshFor().toSeconds());
        }
    }

    @POST
    @Records("session.login")
    @Confidential
    @ForAnybody
    @Path("login")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "login", summary = "Begins a session; its refresh token is a cookie")
    @APIResponseSchema(TokenView.class)
    public Response login(
            @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = LoginBody.class)))
                    ObjectNode body) {
        var given = Fields.read(body, LoginBody::in);
        return answer(
                login.attempt(
                        given.name(),
                        given.password(),
                        given.code(),
                        request.getRemoteAddr(),
                        Objects.requireNonNullElse(request.getHeader("User-Agent"), "")));
    }

    @POST
    @Records("session.refresh")
    @Confidential
    @ForAnybody
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "refresh",
            summary = "Exchanges the refresh token in the cookie for new tokens")
    @SecurityRequirement(name = "refreshCookie")
    @APIResponseSchema(TokenView.class)
    public Response refresh() {
        var cookie = RefreshCookie.of(request);
        return cookie.in(request)
                .flatMap(token -> sessions.refresh(token, request.getRemoteAddr()))
                .map(this::answer)
                .orElseThrow(SessionIsOver::new);
    }

    /**
     * Where a session ends as well.
     *
     * @param location for the browser to go to
     */
    public record LogoutView(String location) {}

    /** Also ends what is over already, so that a page can always call it. */
    @POST
    @Records("session.logout")
    @Confidential
    @ForAnybody
    @Path("logout")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logout",
            summary = "Ends the session of the access token and of the cookie",
            description =
                    "Says where the browser goes to end the session at the OpenID provider, too, if"
                            + " it was begun there.")
    @SecurityRequirement(name = "refreshCookie")
    @APIResponseSchema(LogoutView.class)
    @APIResponse(responseCode = "204", description = "The session is over")
    public Response logout() {
        var cookie = RefreshCookie.of(request);
        var ended = new LinkedHashSet<UUID>();
        cookie.in(request).flatMap(sessions::endByToken).ifPresent(ended::add);
        caller.find()
                .map(Caller::by)
                .filter(Caller.By.Token.class::isInstance)
                .ifPresent(
                        by -> {
                            sessions.end(by.id(), "logged out");
                            ended.add(by.id());
                        });
        var elsewhere = ended.stream().map(oidc::logout).flatMap(Optional::stream).findFirst();
        return elsewhere
                .map(location -> Response.ok(new LogoutView(location.toString())))
                .orElseGet(Response::noContent)
                .cookie(cookie.gone())
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response answer(Tokens tokens) {
        return Response.ok(TokenView.of(tokens))
                .cookie(RefreshCookie.of(request).with(tokens))
                .header("Cache-Control", "no-store")
                .build();
    }
}
