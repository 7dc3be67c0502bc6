package io.milvaion.web.ground.actor;

import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.web.ground.access.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The name of the present caller, for records of who changed what. */
@RequestScoped
public class CurrentActor {

    @Inject CurrentCaller caller;

    /**
     * Likewise with the key that is shown, if one is: what one key has got another one, which may
     * permit less, does not get again.
     */
    public String credential() {
        return caller.require().by() instanceof Caller.By.Key key
                ? name() + " " + key.id()
                : name();
    }

    public String name() {
        return caller.require().getName();
    }
}
