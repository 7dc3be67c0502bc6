package io.milvaion.scheduler.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.provider.PeopleDirectory;
import io.milvaion.scheduler.ground.audit.Refusals;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.directory.Directory;
import io.milvaion.scheduler.people.directory.DirectoryScene;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.scheduler.people.elsewhere.ElsewhereScene;
import io.milvaion.scheduler.people.elsewhere.NotAdmitted;
import io.milvaion.scheduler.people.factor.FactorScene;
import io.milvaion.scheduler.people.session.SessionScene;
import io.milvaion.scheduler.service.Services;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
class DirectoryLoginIT {

    private static PeopleDirectory running;

    private final Database database = Services.database();
    private final ElsewhereScene elsewhere = new ElsewhereScene(database);
    private final Login login = node(DirectoryScene.at(running.port()));
    private final String ada = "ada" + UUID.randomUUID();
    private final String here = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        running = PeopleDirectory.start(0, null);
        running.addPerson("boss", "boss's");
        running.addGroup("ops", "boss");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whoeverTheDirectoryKnowsIsInWithTheRolesOfTheirGroups() {
        running.addPerson(ada, "ada's own");
        assertThatThrownBy(() -> attempt(ada, "ada's own")).isInstanceOf(NotAdmitted.class);
        running.addGroup("g" + ada, ada);
        var lenient = node(DirectoryScene.at(running.port(), "roles=g" + ada + "=Developer"));

        var tokens = lenient.attempt(ada, "ada's own", null, here, "a test");

        assertThat(tokens.access()).isNotBlank();
        assertThat(elsewhere.roles(accountOf(ada))).containsExactly("Developer");
        assertThatThrownBy(() -> attempt(ada, "wrong")).isInstanceOf(LoginRefused.class);
    }

    @Test
    void aNameWithAPasswordHereIsNeverAskedForThere() {
        var local = SomeAccount.in(database, "Viewer");
        running.addPerson(local.name(), "the directory's");
        running.addGroup("g" + local.name(), local.name());
        var lenient = node(DirectoryScene.at(running.port(), "roles=g" + local.name() + "=Admin"));

        assertThatThrownBy(() -> lenient.attempt(local.name(), "the directory's", null, here, "x"))
                .isInstanceOf(LoginRefused.class);
        assertThat(lenient.attempt(local.name(), local.password(), null, here, "x")).isNotNull();
        assertThat(elsewhere.roles(local.id())).containsExactly("Viewer");
    }

    @Test
    void whileTheDirectoryIsAwayLocalAccountsGoOn() {
        var cut = node(DirectoryScene.at(1));
        var local = SomeAccount.in(database, "Viewer");

        assertThatThrownBy(() -> cut.attempt("boss", "boss's", null, here, "x"))
                .isInstanceOf(Away.class);
        assertThat(cut.attempt(local.name(), local.password(), null, here, "x")).isNotNull();
    }

    @Test
    void guessesAreThrottledBeforeTheDirectoryIsAsked() {
        running.addPerson(ada, "ada's own");
        for (int i = 0; i < 5; i++) {
            var wrong = "wrong " + i;
            assertThatThrownBy(() -> attempt(ada, wrong)).isInstanceOf(LoginRefused.class);
        }

        assertThatThrownBy(() -> attempt(ada, "ada's own")).isInstanceOf(TooManyLogins.class);
    }

    @Test
    void aDisabledAccountStaysOutWhateverTheDirectorySays() {
        running.addPerson(ada, "ada's own");
        var lenient = node(DirectoryScene.at(running.port(), "default-role=Viewer"));
        lenient.attempt(ada, "ada's own", null, here, "x");
        elsewhere.disable(accountOf(ada));

        assertThatThrownBy(() -> lenient.attempt(ada, "ada's own", null, here, "x"))
                .isInstanceOf(NotAdmitted.class);
    }

    private Object attempt(String name, String password) {
        return login.attempt(name, password, null, here, "a test");
    }

    private UUID accountOf(String uid) {
        return elsewhere.account("ldap", running.id(uid));
    }

    private Login node(Directory directory) {
        var node = new Login();
        node.accounts = SomeAccount.accounts(database);
        node.sessions = new SessionScene(database).sessions;
        node.throttle = new LoginThrottle();
        node.throttle.database = database;
        node.factors = new FactorScene(database).factors;
        node.refusals = new Refusals(database);
        node.directory = directory;
        node.admission = elsewhere.admission;
        return node;
    }
}
