package io.milvaion.scheduler.people.login;

import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.mail.Mail;
import io.milvaion.scheduler.ground.mail.Mailer;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.account.AccountRows;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.secret.PasswordPolicy;
import io.milvaion.scheduler.people.secret.RandomText;
import io.milvaion.scheduler.people.session.Sessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new password for who has forgotten theirs: a link by mail that is good once. */
@ApplicationScoped
public class PasswordReset {

    @Inject Database database;
    @Inject Mailer mailer;
    @Inject LoginThrottle throttle;
    @Inject Sessions sessions;

    Optional<URI> base;

    @PostConstruct
    void readSettings() {
        base = SettingsReader.ofApplication().given(KnownProtectionSettings.HTTP_PUBLIC_URL);
    }

    /**
     * Sends a link to whoever has this name or address, if anybody has; who asks cannot tell.
     *
     * @param address from where
     * @throws NoMail if this installation sends none
     * @throws TooManyLogins if it was asked for too often
     */
    public void ask(String nameOrMail, String address) {
        if (base.isEmpty() || !mailer.isSetUp()) {
            throw new NoMail();
        }
        throttle.count(Subject.ofMail(nameOrMail, address));
        mailer.send(() -> letters(nameOrMail));
    }

    /**
     * Changes the password by a link, and ends all sessions. The second factor stays.
     *
     * @throws InvalidInput if the link is good no more, or the policy is against the password
     */
    public void complete(String token, String password) {
        var owner =
                database.autocommit(connection -> ResetRows.find(connection, token))
                        .orElseThrow(PasswordReset::over);
        PasswordPolicy.check("newPassword", password, owner.name());
        var hash = PasswordHash.of(password);
        database.transaction(
                connection -> {
                    if (!ResetRows.use(connection, token)) {
                        throw over();
                    }
                    AccountRows.setPassword(connection, owner.account(), hash, false);
                    Audit.record(
                            connection,
                            Acting.now().knownAs(owner.account(), owner.name()),
                            Deed.of("account.resetByMail")
                                    .on("account", owner.account(), owner.name()));
                    return null;
                });
        sessions.endAll(owner.account(), null, "the password was reset by mail");
    }

    private List<Mail> letters(String nameOrMail) {
        return database.transaction(connection -> letters(connection, nameOrMail));
    }

    /** Several if the address of one is the name of another. */
    private List<Mail> letters(Connection connection, String nameOrMail) throws SQLException {
        var letters = new ArrayList<Mail>();
        for (var owner : ResetRows.owners(connection, nameOrMail)) {
            var token = RandomText.next();
            ResetRows.insert(connection, owner.account(), token);
            letters.add(ResetLetter.to(owner, base.orElseThrow(), token));
        }
        return letters;
    }

    private static InvalidInput over() {
        return new InvalidInput("token", "This link is not good any more; ask for a new one.");
    }
}
