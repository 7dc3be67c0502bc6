package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.account.Accounts.Credentials;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.scheduler.people.session.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets people in who know their password. */
@ApplicationScoped
public class Login {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject LoginThrottle throttle;

    /**
     * Begins a session. An unknown name takes as long as a wrong password.
     *
     * @param address from where
     * @param agent what the program of the user calls itself
     * @throws TooManyLogins if others have failed and this one has to wait
     * @throws LoginRefused if that is nobody's name and password
     */
    public Tokens attempt(String name, String password, String address, String agent) {
        throttle.count(name, address);
        var known = accounts.credentials(name);
        var hash = known.map(Credentials::passwordHash).orElse(PasswordHash.NOBODY);
        boolean right = PasswordHash.matches(password, hash);
        var account = known.filter(c -> right && c.enabled()).orElseThrow(LoginRefused::new);
        throttle.forgive(name, address);
        return sessions.begin(account.account(), address, agent);
    }
}
