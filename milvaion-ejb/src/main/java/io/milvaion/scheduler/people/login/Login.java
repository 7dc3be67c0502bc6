package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.account.Accounts.Credentials;
import io.milvaion.scheduler.people.factor.SecondFactors;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.scheduler.people.session.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets people in who know their password, and have their second factor at hand. */
@ApplicationScoped
public class Login {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject SecondFactors factors;
    @Inject LoginThrottle throttle;

    /**
     * Begins a session. An unknown name takes as long as a wrong password.
     *
     * @param address from where
     * @param agent what the program of the user calls itself
     * @param code of an authenticator app or for recovery; null if there is none
     * @throws TooManyLogins if others have failed and this one has to wait
     * @throws LoginRefused if that is nobody's name and password
     * @throws SecondFactorNeeded if they are right and the code is not
     */
    public Tokens attempt(String name, String password, String code, String address, String agent) {
        throttle.count(name, address);
        var known = accounts.credentials(name);
        var hash = known.map(Credentials::passwordHash).orElse(PasswordHash.NOBODY);
        boolean right = PasswordHash.matches(password, hash);
        var account = known.filter(c -> right && c.enabled()).orElseThrow(LoginRefused::new);
        requireFactor(account.account(), name, code, address);
        throttle.forgive(name, address);
        return sessions.begin(account.account(), address, agent);
    }

    /** Whoever has not been asked yet has not guessed. */
    private void requireFactor(UUID account, String name, String code, String address) {
        if (!factors.isAskedFor(account)) {
            return;
        }
        if (code == null) {
            throttle.takeBack(name, address);
            throw SecondFactorNeeded.missing();
        }
        if (!factors.accepts(account, code)) {
            throw SecondFactorNeeded.wrong();
        }
    }
}
