package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.Callers;
import io.milvaion.scheduler.people.secret.PasswordPolicy;
import io.milvaion.scheduler.people.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives people the password of their choice. */
@ApplicationScoped
public class PasswordChange {

    @Inject Accounts accounts;
    @Inject OwnerProof proof;
    @Inject Sessions sessions;
    @Inject Callers callers;

    /**
     * Changes it, and ends the other sessions of its owner: whoever knew the old one is out.
     *
     * @param address from where
     * @throws InvalidInput if the current one is wrong, or the policy is against the new one
     * @throws TooManyLogins if there were too many wrong ones
     */
    public void change(Caller caller, String current, String next, String address) {
        proof.require(caller, "currentPassword", current, address);
        PasswordPolicy.check("newPassword", next, caller.getName());
        if (next.equals(current)) {
            throw new InvalidInput("newPassword", "This is the current password.");
        }
        accounts.changePassword(caller.account(), next);
        var mine = caller.by() instanceof Caller.By.Token session ? session.id() : null;
        sessions.endAll(caller.account(), mine, "the password was changed");
        callers.lookAgain();
    }
}
