package io.milvaion.web.ground.condition;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Set;

/**
 * Tags what is {@link Tagged}, and answers reads of what the client has already with 304. Refuses
 * {@code If-Match} where nothing looks at it: who sends it relies on it.
 */
@Provider
@Priority(Priorities.USER + 1) // an answer is tagged before it is kept for repetitions
public class ConditionFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Set<Integer> SUCCESS = Set.of(200, 201);
    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Context ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.IF_MATCH) != null
                && !READS.contains(request.getMethod())
                && !looksAtIfMatch()) {
            throw new InvalidInput(
                    HttpHeaders.IF_MATCH, "Nothing here looks at this; leave it out instead.");
        }
    }

    private boolean looksAtIfMatch() {
        return Arrays.stream(resource.getResourceMethod().getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(HttpHeaders.IF_MATCH));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!SUCCESS.contains(response.getStatus()) || !response.hasEntity()) {
            return;
        }
        if (response.getEntityTag() == null && isTagged()) {
            response.getHeaders()
                    .putSingle(HttpHeaders.ETAG, '"' + Tags.of(response.getEntity()) + '"');
        }
        var known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        var tag = response.getEntityTag();
        if (known != null && tag != null && READS.contains(request.getMethod())) {
            if (Conditions.ifNoneMatch(known).test(tag.getValue())) {
                response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
                response.setEntity(null);
            }
        }
    }

    private boolean isTagged() {
        var method = resource.getResourceMethod();
        return method != null && method.isAnnotationPresent(Tagged.class);
    }
}
