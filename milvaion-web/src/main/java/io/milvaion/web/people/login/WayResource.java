package io.milvaion.web.people.login;

import io.milvaion.scheduler.people.oidc.OidcLogin;
import io.milvaion.web.ground.access.ForAnybody;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Page;
import io.milvaion.web.ground.json.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How people can log in, for the page that asks them to. */
@Path("/auth/ways")
@RequestScoped
@Tag(name = "people")
@Produces(MediaType.APPLICATION_JSON)
public class WayResource {

    private static final Way PASSWORD =
            new Way("password", "Name and password", "/api/v1/auth/login");

    @Inject OidcLogin oidc;

    /**
     * One way to log in.
     *
     * @param way {@code password}: what is typed is posted; {@code oidc}: the browser goes there,
     *     with {@code returnTo} if it likes
     * @param title for people
     */
    public record Way(String way, String title, String location) {}

    @GET
    @ForAnybody
    @Operation(summary = "Lists the ways to log in")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "nextCursor of a page")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, default 50")
    public Page<Way> list(@Context UriInfo uri) {
        var query = new Query(uri);
        var part = query.part(CursorForm.NAME);
        query.check();
        var provider = oidc.title().map(title -> new Way("oidc", title, "/api/v1/auth/oidc/login"));
        return part.of(
                Stream.concat(Stream.of(PASSWORD), provider.stream()).toList(),
                Way::way,
                Comparator.reverseOrder());
    }
}
