package io.milvaion.web.people.login;

import io.milvaion.scheduler.people.oidc.OidcLogin;
import io.milvaion.scheduler.people.oidc.ProviderAnswer;
import io.milvaion.scheduler.people.oidc.ReturnTo;
import io.milvaion.web.ground.access.ForAnybody;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where browsers leave for the OpenID provider and come back from it. */
@Path("/auth/oidc")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class OidcResource {

    @Inject OidcLogin login;
    @Context HttpServletRequest request;

    @GET
    @ForAnybody
    @Path("login")
    @Operation(operationId = "leaveForOidc", summary = "Sends a browser to the OpenID provider")
    @Parameter(
            name = "returnTo",
            in = ParameterIn.QUERY,
            description = "path of the page to go to afterwards, / if absent")
    @APIResponse(responseCode = "303", description = "To the provider")
    public Response login(@Context UriInfo uri) {
        var query = new Query(uri);
        var wanted = query.text("returnTo");
        var returnTo = wanted == null ? Optional.of(ReturnTo.START) : ReturnTo.of(wanted);
        if (returnTo.isEmpty()) {
            query.wrong("returnTo", "This must be a path here, such as /jobs.");
        }
        query.check();
        var departure = login.begin(returnTo.orElseThrow());
        return Response.seeOther(departure.location())
                .cookie(AttemptCookie.of(request).with(departure.attempt()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The provider may add parameters of its own, so unknown ones are no error here. */
    @GET
    @ForAnybody
    @Path("callback")
    @Operation(
            operationId = "returnFromOidc",
            summary = "Begins a session of whom the OpenID provider has sent back")
    @APIResponse(responseCode = "303", description = "To the page that asked for the login")
    @Parameter(name = "code", in = ParameterIn.QUERY, description = "what the login is proved by")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "that of the login")
    @Parameter(name = "error", in = ParameterIn.QUERY, description = "in place of a code")
    @Parameter(name = "iss", in = ParameterIn.QUERY, description = "the provider (RFC 9207)")
    public Response callback(@Context UriInfo uri) {
        var given = uri.getQueryParameters();
        var answer =
                new ProviderAnswer(
                        given.getFirst("code"),
                        given.getFirst("state"),
                        given.getFirst("error"),
                        given.getFirst("iss"));
        var cookie = AttemptCookie.of(request);
        var arrival =
                login.finish(
                        cookie.in(request),
                        answer,
                        request.getRemoteAddr(),
                        Objects.requireNonNullElse(request.getHeader("User-Agent"), ""));
        return Response.seeOther(arrival.location())
                .cookie(cookie.gone(), RefreshCookie.of(request).with(arrival.tokens()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
