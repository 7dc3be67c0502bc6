package io.milvaion.web.ground.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/** Puts before each resource method what it {@link Needs}. */
@Provider
public class AccessFeature implements DynamicFeature {

    @Inject CurrentCaller caller;
    @Inject ReachGate reach;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var method = resource.getResourceMethod();
        if (!method.isAnnotationPresent(ForAnybody.class)) {
            boolean ours = method.getDeclaringClass().isAnnotationPresent(Path.class);
            context.register(
                    new Gate(
                            caller,
                            reach,
                            method.getAnnotation(Needs.class),
                            method.getAnnotation(Within.class),
                            ours));
        }
    }

    /**
     * Stands before one method.
     *
     * @param needs null: the method does not say who may call it
     * @param within null, or how it keeps within what its caller reaches
     * @param ours false: the server's own answer to {@code OPTIONS}
     */
    @Priority(Priorities.AUTHORIZATION)
    private record Gate(
            CurrentCaller current, ReachGate reach, Needs needs, Within within, boolean ours)
            implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            var caller = current.require();
            if (needs == null && ours) {
                throw NotPermitted.toAnybody();
            }
            if (needs != null) {
                for (var permission : needs.value()) {
                    NotPermitted.unless(caller, permission);
                    reach.check(caller, permission, within, request);
                }
            }
        }
    }
}
