package io.milvaion.web.mend.bulk;

import io.milvaion.scheduler.mend.operation.Starter;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.access.CurrentCaller;
import io.milvaion.web.ground.access.NotPermitted;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The present caller, as one who begins what lasts longer than the request. */
@RequestScoped
public class CurrentStarter {

    @Inject CurrentCaller current;

    /**
     * @param permission that is needed until the end
     * @throws NotPermitted if the caller has it not
     */
    public Starter with(Permission permission) {
        var caller = current.require();
        NotPermitted.unless(caller, permission);
        var key = caller.by() instanceof Caller.By.Key shown ? shown.id() : null;
        return new Starter(caller.getName(), caller.account(), key, permission);
    }
}
