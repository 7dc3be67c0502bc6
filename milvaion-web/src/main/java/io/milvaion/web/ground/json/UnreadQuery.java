package io.milvaion.web.ground.json;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Refuses query parameters where a method reads none, as a {@link Query} does elsewhere. */
@Provider
public class UnreadQuery implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var method = resource.getResourceMethod();
        boolean ours = method.getDeclaringClass().isAnnotationPresent(Path.class);
        boolean reads = Arrays.asList(method.getParameterTypes()).contains(UriInfo.class);
        if (ours && !reads) {
            context.register(new Refusing());
        }
    }

    private record Refusing() implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            new Query(request.getUriInfo()).check();
        }
    }
}
