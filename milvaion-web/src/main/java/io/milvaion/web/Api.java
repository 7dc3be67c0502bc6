package io.milvaion.web;

import io.milvaion.web.ground.problem.Problem;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST interface; its resources are found by their annotations. */
@ApplicationPath(Api.ROOT)
@OpenAPIDefinition(
        tags = {
            @Tag(name = "cluster", description = "Nodes, workers and the whole"),
            @Tag(name = "dead letters", description = "What went wrong for good"),
            @Tag(name = "jobs", description = "Definitions, triggers, previews"),
            @Tag(name = "occurrences", description = "What became of jobs"),
            @Tag(name = "operations", description = "What is done to many at once"),
            @Tag(name = "people", description = "Logins, sessions and keys")
        },
        info =
                @Info(
                        title = "Milvaion",
                        version = "1",
                        description =
                                "Jobs, their runs and the state of the cluster. Errors are RFC 9457"
                                        + " problem documents.",
                        contact = @Contact(name = "Milvaion"),
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This node"),
        components =
                @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)),
        security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "apiKey")})
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token, or an API key (mvk_…)")
@SecurityScheme(
        securitySchemeName = "apiKey",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-API-Key",
        description = "An API key, for programs that cannot set Authorization")
@SecurityScheme(
        securitySchemeName = "refreshCookie",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "__Host-milvaion",
        description = "The refresh token of a login; without TLS the cookie is called milvaion")
public class Api extends Application {

    static final String ROOT = "/api/v1";

    /** The address of a thing, for {@code Location}. */
    public static URI at(String collection, UUID id) {
        return URI.create(ROOT + "/" + collection + "/" + id);
    }

    /** The address of a thing that has a name. */
    public static URI at(String collection, String name) {
        return UriBuilder.fromPath(ROOT).path(collection).segment("{name}").build(name);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                // else Location names whatever host the caller has named
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true);
    }
}
