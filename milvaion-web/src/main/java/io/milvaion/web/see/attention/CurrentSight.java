package io.milvaion.web.see.attention;

import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.see.attention.AttentionSight;
import io.milvaion.web.ground.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the present caller may see of what is wrong. */
@ApplicationScoped
public class CurrentSight {

    @Inject CurrentCaller caller;

    public AttentionSight get() {
        var known = caller.require();
        return new AttentionSight(
                caller.reach(Permission.JOB_READ),
                caller.reach(Permission.OCCURRENCE_READ),
                caller.reach(Permission.FAILURE_READ),
                known.may(Permission.SYSTEM_READ),
                known.may(Permission.WORKER_READ));
    }
}
