package io.milvaion.web.ground.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/**
 * Clients that were made of the description accept of a method without an answer nothing but its
 * problems. That is no reason to refuse the request.
 */
@Provider
@PreMatching
public class AcceptedProblems implements ContainerRequestFilter {

    private static final String LEAST = "*/*;q=0.01";

    @Override
    public void filter(ContainerRequestContext request) {
        var accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.stream().anyMatch(a -> a.contains(Problem.MEDIA_TYPE))) {
            request.getHeaders().add(HttpHeaders.ACCEPT, LEAST);
        }
    }
}
