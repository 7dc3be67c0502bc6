package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.catalog.Writing;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who sends the present request. */
@RequestScoped
public class CurrentCaller {

    @Inject SecurityContext security;
    @Inject HttpServletRequest request;

    /** Empty if nobody has logged in. */
    public Optional<Caller> find() {
        return security.getPrincipalsByType(Caller.class).stream().findFirst();
    }

    /** The jobs that the caller may do something with. */
    public Reach reach(Permission permission) {
        return require().rights().reach(permission);
    }

    /** What the caller may do to definitions. */
    public Writing writing() {
        return new Writing(reach(Permission.JOB_WRITE), reach(Permission.JOB_SECRETS));
    }

    /**
     * @throws NotLoggedIn if nobody has logged in
     * @throws io.milvaion.scheduler.ground.persistence.DatabaseUnavailable if nobody can tell
     */
    public Caller require() {
        Unknowable.check(request);
        return find().orElseThrow(() -> new NotLoggedIn(Challenge.of(request)));
    }
}
