package io.milvaion.web.ground.audit;

import io.milvaion.web.ground.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;

/** Notes what a request is for, before anybody refuses it, and why it is refused. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AttemptFilter implements ContainerRequestFilter, ContainerResponseFilter {

    @Context ResourceInfo resource;
    @Context HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        var records = resource.getResourceMethod().getAnnotation(Records.class);
        if (records != null && !records.value().equals(Records.NOTHING)) {
            var id = first(request.getUriInfo().getPathParameters());
            new Attempted(records.value(), id, null).noteIn(servlet);
        }
    }

    private static String first(MultivaluedMap<String, String> parameters) {
        var id = parameters.getFirst("id");
        return id == null ? parameters.getFirst("name") : id;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            Attempted.in(servlet).refused(problem).noteIn(servlet);
        }
    }
}
