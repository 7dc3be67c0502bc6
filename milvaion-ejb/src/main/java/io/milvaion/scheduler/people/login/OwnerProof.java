package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.factor.SecondFactors;
import io.milvaion.scheduler.people.secret.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Has callers show again what they log in with, before they change it: a stolen token is not
 * enough. Counted with their logins, so that it is no way to guess.
 */
@ApplicationScoped
public class OwnerProof {

    @Inject Accounts accounts;
    @Inject SecondFactors factors;
    @Inject LoginThrottle throttle;

    /**
     * @param field names the password in the error
     * @throws InvalidInput if it is wrong
     * @throws TooManyLogins if there were too many wrong ones
     */
    public void require(Caller caller, String field, String password, String address) {
        throttle.count(caller.getName(), address);
        requirePassword(caller, field, password);
        throttle.forgive(caller.getName(), address);
    }

    /** Likewise with a code of the app or for recovery, if there is a second factor. */
    public void requireBoth(Caller caller, String password, String code, String address) {
        throttle.count(caller.getName(), address);
        requirePassword(caller, "password", password);
        if (factors.isAskedFor(caller.account()) && !factors.accepts(caller.account(), code)) {
            throw new InvalidInput("code", "The code is wrong, or was used already.");
        }
        throttle.forgive(caller.getName(), address);
    }

    private void requirePassword(Caller caller, String field, String password) {
        var known = accounts.credentials(caller.getName());
        if (known.filter(c -> PasswordHash.matches(password, c.passwordHash())).isEmpty()) {
            throw new InvalidInput(field, "This is not the current password.");
        }
    }
}
