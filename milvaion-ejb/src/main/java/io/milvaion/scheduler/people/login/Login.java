package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.audit.Refusals;
import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.account.Accounts.Credentials;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.scheduler.people.session.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets people in who know their password. */
@ApplicationScoped
public class Login {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject LoginThrottle throttle;
    @Inject Refusals refusals;

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
        if (!right || known.filter(Credentials::enabled).isEmpty()) {
            refusals.record(refused(known.map(Credentials::account).orElse(null), name));
            throw new LoginRefused();
        }
        throttle.forgive(name, address);
        return sessions.begin(known.get().account(), address, agent);
    }

    /** Names of nobody are not kept: people write passwords there. */
    private static Deed refused(UUID account, String name) {
        return Deed.of("session.login")
                .on("account", account, account == null ? null : name)
                .notDone(Deed.Outcome.REFUSED, 401, account == null ? "nobody is called so" : null);
    }
}
