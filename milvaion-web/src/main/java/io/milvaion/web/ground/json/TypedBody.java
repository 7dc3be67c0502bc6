package io.milvaion.web.ground.json;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses bodies without a type: for the server any method consumes them. */
@Provider
public class TypedBody implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMediaType() == null && request.hasEntity()) {
            throw new NotSupportedException();
        }
    }
}
