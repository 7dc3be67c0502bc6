package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.reach.Belonging;
import io.milvaion.scheduler.see.reach.Belongings;
import io.milvaion.web.ground.json.PathId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;

/**
 * Keeps those whose permission is limited to some jobs from others. What they may not even read
 * does not exist for them. Whoever is not limited costs nothing.
 */
@ApplicationScoped
class ReachGate {

    @Inject Belongings belongings;

    /**
     * @param within null: the method does not say how it keeps within a limit
     * @throws NotPermitted if this is for other jobs
     * @throws NotFound if the caller may not know of it
     */
    void check(
            Caller caller, Permission permission, Within within, ContainerRequestContext request) {
        if (!permission.isOfJobs() || caller.rights().reach(permission).isEverything()) {
            return;
        }
        if (within == null) {
            throw NotPermitted.toWhomIsLimited();
        }
        for (var what : within.value()) {
            var id = PathId.of(request.getUriInfo().getPathParameters().getFirst("id"));
            if (!reaches(caller, permission, what, id)) {
                throw reaches(caller, reading(what), what, id)
                        ? NotPermitted.withThis(permission)
                        : new NotFound(what.what(), id);
            }
        }
    }

    private boolean reaches(Caller caller, Permission permission, Belonging what, UUID id) {
        return belongings.reaches(caller.rights().reach(permission), what, id);
    }

    private static Permission reading(Belonging what) {
        return switch (what) {
            case JOB -> Permission.JOB_READ;
            case OCCURRENCE -> Permission.OCCURRENCE_READ;
            case FAILED_OCCURRENCE, DEAD_LETTER, REPLAY -> Permission.FAILURE_READ;
        };
    }
}
