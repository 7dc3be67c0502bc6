package io.milvaion.web.ground.actor;

import io.milvaion.web.ground.access.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The name of the present caller, for records of who changed what. */
@RequestScoped
public class CurrentActor {

    @Inject CurrentCaller caller;

    public String name() {
        return caller.require().getName();
    }
}
