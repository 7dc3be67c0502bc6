package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.Callers;
import io.milvaion.scheduler.people.factor.Enrolment;
import io.milvaion.scheduler.people.factor.SecondFactors;
import io.milvaion.scheduler.people.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What owners do to their second factor; each time with the password, as {@link OwnerProof}. */
@ApplicationScoped
public class OwnFactor {

    @Inject SecondFactors factors;
    @Inject OwnerProof proof;
    @Inject Sessions sessions;
    @Inject Callers callers;

    /** Begins to set one up. */
    public Enrolment begin(Caller caller, String password, String address) {
        proof.require(caller, "password", password, address);
        return factors.begin(caller.account(), caller.getName());
    }

    /**
     * Puts it in force by a first code, and ends the sessions that began without it but this one.
     *
     * @return recovery codes, which nobody sees again
     */
    public List<String> confirm(Caller caller, String code) {
        var codes = factors.confirm(caller.account(), code);
        var mine = caller.by() instanceof Caller.By.Token session ? session.id() : null;
        sessions.endAll(caller.account(), mine, "a second factor was set up");
        callers.lookAgain();
        return codes;
    }

    /** Makes new recovery codes; the old ones are good no more. */
    public List<String> renewRecoveryCodes(
            Caller caller, String password, String code, String address) {
        proof.requireBoth(caller, password, code, address);
        return factors.renewRecoveryCodes(caller.account());
    }

    public void turnOff(Caller caller, String password, String code, String address) {
        proof.requireBoth(caller, password, code, address);
        factors.remove(caller.account());
    }
}
