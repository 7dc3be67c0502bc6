package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.audit.Refusals;
import io.milvaion.scheduler.people.account.Accounts;
import io.milvaion.scheduler.people.account.Accounts.Credentials;
import io.milvaion.scheduler.people.directory.Directory;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.scheduler.people.elsewhere.NotAdmitted;
import io.milvaion.scheduler.people.elsewhere.ShadowAdmission;
import io.milvaion.scheduler.people.factor.SecondFactors;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.session.Sessions;
import io.milvaion.scheduler.people.session.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets people in who know their password, here or in the directory, and have their second factor at
 * hand.
 */
@ApplicationScoped
public class Login {

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject SecondFactors factors;
    @Inject LoginThrottle throttle;
    @Inject Directory directory;
    @Inject ShadowAdmission admission;
    @Inject Refusals refusals;

    /**
     * Begins a session. An unknown name takes as long as a wrong password.
     *
     * @param address from where
     * @param agent what the program of the user calls itself
     * @param code of an authenticator app or for recovery; null if there is none
     * @throws TooManyLogins if others have failed and this one has to wait
     * @throws LoginRefused if that is nobody's name and password
     * @throws Away if only the directory could tell, and it does not answer
     * @throws NotAdmitted if the directory knows them, but they have nothing to do here
     * @throws SecondFactorNeeded if they are right and the code is not
     */
    public Tokens attempt(String name, String password, String code, String address, String agent) {
        throttle.count(name, address);
        var account = recognised(name, password);
        requireFactor(account, name, code, address);
        throttle.forgive(name, address);
        return sessions.begin(account, address, agent);
    }

    /** Names with a password here are never asked for elsewhere. */
    private UUID recognised(String name, String password) {
        var known = accounts.credentials(name);
        return known.isEmpty() && directory.isKnown()
                ? fromDirectory(name, password)
                : local(known, name, password);
    }

    private UUID local(Optional<Credentials> known, String name, String password) {
        var hash = known.map(Credentials::passwordHash).orElse(PasswordHash.NOBODY);
        boolean right = PasswordHash.matches(password, hash);
        var account = known.filter(c -> right && c.enabled()).map(Credentials::account);
        if (account.isEmpty()) {
            refusals.record(refused(known.map(Credentials::account).orElse(null), name));
            throw new LoginRefused();
        }
        return account.get();
    }

    private UUID fromDirectory(String name, String password) {
        var identity = directory.recognise(name, password);
        if (identity.isEmpty()) {
            refusals.record(refused(null, name));
            throw new LoginRefused();
        }
        return admission.admit(identity.get(), directory.roles(identity.get()));
    }

    /** Names of nobody are not kept: people write passwords there. */
    private static Deed refused(UUID account, String name) {
        return Deed.of("session.login")
                .on("account", account, account == null ? null : name)
                .notDone(Deed.Outcome.REFUSED, 401, account == null ? "nobody is called so" : null);
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
            refusals.record(refused(account, name).saying("the second factor is wrong"));
            throw SecondFactorNeeded.wrong();
        }
    }
}
