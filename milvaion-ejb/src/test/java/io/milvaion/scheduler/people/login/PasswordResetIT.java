package io.milvaion.scheduler.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.mail.MailScene;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.account.AccountRows;
import io.milvaion.scheduler.people.account.AccountStays;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.factor.FactorScene;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.session.SessionScene;
import io.milvaion.scheduler.service.Services;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
class PasswordResetIT {

    private static final Pattern LINK =
            Pattern.compile("https://ops\\.example\\.org/app/#reset=([A-Za-z0-9_-]{43})\r?\n");
    private static final String NEXT = "a password of my choice";

    private final Database database = Services.database();
    private final SomeAccount ada = SomeAccount.in(database, "Viewer");
    private final String email = ada.name() + "@example.org";
    private final MailScene mail = new MailScene();
    private final SessionScene scene = new SessionScene(database);
    private final PasswordReset reset = node();
    private final String here = UUID.randomUUID().toString();

    @AfterEach
    void stopServer() {
        mail.close();
    }

    @Test
    void theLinkChangesThePasswordOnceAndEndsAllSessions() {
        var refresh = scene.sessions.begin(ada.id(), here, "test").refresh();
        var token = token(ada.name());

        reset.complete(token, NEXT);

        assertThat(matches(NEXT)).isTrue();
        assertThat(scene.sessions.refresh(refresh, here)).isEmpty();
        isOver(token);
        assertThat(mail.letters().get(0).to()).isEqualTo(email);
    }

    @Test
    void theAddressIsAsGoodAsTheNameWhateverItsCase() {
        assertThat(token(email.toUpperCase(Locale.ROOT))).isNotBlank();
    }

    @Test
    void whoHasNoAddressOrNoAccountGetsTheSameAnswerAndNoMail() {
        ask("nobody at all");
        ask(SomeAccount.in(database, "Viewer").name());
        database.autocommit(
                c ->
                        Sql.of("update accounts set enabled = false, email = :email where id = :id")
                                .with("email", email)
                                .with("id", ada.id())
                                .update(c));
        ask(ada.name());

        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void theLinkEndsWithTheNextOneWithTimeAndWithEveryOtherChange() {
        var first = token(ada.name());
        var second = token(ada.name());
        isOver(first);
        database.transaction(
                c -> {
                    AccountRows.setPassword(c, ada.id(), PasswordHash.of("by an admin"), true);
                    return null;
                });
        isOver(second);
        var third = token(email);
        setEmail(ada.id(), "new-" + email);
        isOver(third);
        var fourth = token("new-" + email);
        database.autocommit(
                c ->
                        Sql.of(
                                        """
                                        update password_resets set created_at = created_at
                                           - interval '30 minutes' where account_id = :id""")
                                .with("id", ada.id())
                                .update(c));
        isOver(fourth);
        isOver("guessed");
    }

    @Test
    void aPasswordThatIsNotAllowedLeavesTheLinkGood() {
        var token = token(ada.name());

        assertThatThrownBy(() -> reset.complete(token, "password1"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("newPassword");
        assertThatThrownBy(() -> reset.complete(token, "I am " + ada.name()))
                .isInstanceOf(InvalidInput.class);

        reset.complete(token, NEXT);
        assertThat(matches(NEXT)).isTrue();
    }

    @Test
    void theSecondFactorStays() {
        var factor = new FactorScene(database);
        factor.enrol(ada.id());

        reset.complete(token(ada.name()), NEXT);

        assertThat(factor.factors.isAskedFor(ada.id())).isTrue();
    }

    @Test
    void nobodyIsFloodedWithMail() {
        setEmail(ada.id(), email);
        for (int i = 0; i < 3; i++) {
            ask(ada.name());
        }

        assertThatThrownBy(() -> ask(ada.name())).isInstanceOf(TooManyLogins.class);
        assertThat(mail.letters()).hasSize(3);
    }

    @Test
    void theDatabaseHoldsNoToken() {
        var token = token(ada.name());
        var stored =
                database.autocommit(
                        c ->
                                Sql.of(
                                                """
                                                select encode(hash, 'escape') as hash
                                                  from password_resets where account_id = :id""")
                                        .with("id", ada.id())
                                        .one(c, row -> row.text("hash")));

        assertThat(stored).doesNotContain(token);
    }

    @Test
    void anAddressBelongsToOneAccount() {
        setEmail(ada.id(), email);
        var bob = SomeAccount.in(database, "Viewer").id();

        assertThatThrownBy(() -> setEmail(bob, email.toUpperCase(Locale.ROOT)))
                .isInstanceOf(AccountStays.class);
        setEmail(ada.id(), null);
        setEmail(bob, email);
    }

    @Test
    void withoutMailServerOrAddressOfThePageThereIsNone() {
        reset.base = Optional.empty();

        assertThatThrownBy(() -> ask(ada.name())).isInstanceOf(NoMail.class);
    }

    private void ask(String nameOrMail) {
        reset.ask(nameOrMail, here);
        mail.deliver();
    }

    /** Asks for a link, and reads it in the last letter. */
    private String token(String nameOrMail) {
        if (mail.letters().isEmpty()) {
            setEmail(ada.id(), email);
        }
        ask(nameOrMail);
        var letters = mail.letters();
        var link = LINK.matcher(letters.get(letters.size() - 1).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private void isOver(String token) {
        assertThatThrownBy(() -> reset.complete(token, NEXT + " again"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("token");
    }

    private void setEmail(UUID account, String address) {
        database.transaction(
                c -> {
                    AccountRows.setEmail(c, account, address);
                    return null;
                });
    }

    private boolean matches(String password) {
        var known = SomeAccount.accounts(database).credentials(ada.name()).orElseThrow();
        return PasswordHash.matches(password, known.passwordHash());
    }

    private PasswordReset node() {
        var node = new PasswordReset();
        node.database = database;
        node.mailer = mail.mailer;
        node.sessions = scene.sessions;
        node.throttle = new LoginThrottle();
        node.throttle.database = database;
        node.base = Optional.of(URI.create("https://ops.example.org/app/"));
        return node;
    }
}
