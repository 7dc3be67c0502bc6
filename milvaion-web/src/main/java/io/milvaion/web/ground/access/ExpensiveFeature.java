package io.milvaion.web.ground.access;

import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.web.ground.limit.Expensive;
import io.milvaion.web.ground.limit.RequestLimits;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts the stricter limit before each resource method that is {@link Expensive}. */
@Provider
public class ExpensiveFeature implements DynamicFeature {

    @Inject RequestLimits limits;
    @Inject CurrentCaller caller;
    @Context HttpServletRequest request;
    @Context HttpServletResponse response;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var expensive = resource.getResourceMethod().getAnnotation(Expensive.class);
        if (expensive != null) {
            context.register(new Gate(expensive.with()));
        }
    }

    private void take() {
        limits.requireExpensive(caller.find().map(Caller::account).orElse(null), request, response);
    }

    /** Stands before one method, behind what says who may call it. */
    @Priority(Priorities.AUTHORIZATION + 1)
    private final class Gate implements ContainerRequestFilter {

        private final String parameter;

        Gate(String parameter) {
            this.parameter = parameter;
        }

        @Override
        public void filter(ContainerRequestContext context) {
            var given = context.getUriInfo().getQueryParameters();
            if (parameter.isEmpty() || given.containsKey(parameter)) {
                take();
            }
        }
    }
}
