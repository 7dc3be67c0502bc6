package io.milvaion.web.ground.outdated;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Adds the headers of RFC 9745 and RFC 8594 to answers of what is {@link Outdated}. */
@Provider
public class OutdatedAnswers implements DynamicFeature {

    /** 2026-11-28, in seconds since 1970. */
    public static final String SINCE = "@1795824000";

    /** Not before this day: the release after 1.0. */
    public static final String UNTIL = "Mon, 31 May 2027 00:00:00 GMT";

    private static final String MORE = "</openapi>; rel=\"deprecation\"";

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var outdated = resource.getResourceMethod().getAnnotation(Outdated.class);
        if (outdated != null) {
            context.register(new Headers(Set.of(outdated.parameters())));
        }
    }

    private record Headers(Set<String> parameters) implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            var given = request.getUriInfo().getQueryParameters().keySet();
            if (parameters.isEmpty() || given.stream().anyMatch(parameters::contains)) {
                var headers = response.getHeaders();
                headers.putSingle("Deprecation", SINCE);
                headers.putSingle("Sunset", UNTIL);
                headers.add("Link", MORE);
            }
        }
    }
}
