package io.milvaion.scheduler.people.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.account.RootScene;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.factor.FactorMode;
import io.milvaion.scheduler.people.factor.FactorScene;
import io.milvaion.scheduler.people.foreign.ForeignTokens;
import io.milvaion.scheduler.people.key.ApiKeys;
import io.milvaion.scheduler.people.key.KeyScene;
import io.milvaion.scheduler.people.key.NewKey;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.session.SessionScene;
import io.milvaion.scheduler.service.Services;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
class CallersIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Line line = new Line();
    private final Database database = Services.database();
    private final ApiKeys keys = KeyScene.keys(database);
    private final SessionScene scene = new SessionScene(database);
    private final Callers here = node(database);
    private final Callers there = node(Database.over(line.source()));
    private final SomeAccount ada = SomeAccount.in(database, "Operator", "Developer");

    @Test
    void aCallerMayWhatTheirRolesPermitTogether() {
        var caller = here.recognise(login(), "x").orElseThrow();

        assertThat(caller.getName()).isEqualTo(ada.name());
        assertThat(caller.may(Permission.JOB_WRITE)).isTrue();
        assertThat(caller.may(Permission.SYSTEM_OPERATE)).isTrue();
        assertThat(caller.may(Permission.USER_READ)).isFalse();
    }

    @Test
    void aKeyMayWhatItsScopeAndItsAccountPermit() {
        var text = key(Set.of(Permission.JOB_READ, Permission.USER_WRITE), null);

        assertThat(here.recognise(text, "x").orElseThrow().permissions())
                .containsExactly(Permission.JOB_READ);
    }

    @Test
    void aRightEndsWithinASecondOnEveryNode() {
        var token = login();
        var text = key(null, null);
        assertThat(there.recognise(token, "x")).isPresent();
        assertThat(there.recognise(text, "x").orElseThrow().may(Permission.JOB_WRITE)).isTrue();

        run("delete from account_roles where role = 'Developer' and account_id = :id");
        within(() -> !there.recognise(text, "x").orElseThrow().may(Permission.JOB_WRITE));
        var caller = there.recognise(token, "x").orElseThrow();
        scene.sessions.end(caller.by().id(), "a test");
        within(() -> there.recognise(token, "x").isEmpty());
        within(() -> there.again(caller).isEmpty());
        run("update accounts set enabled = false where id = :id");
        within(() -> there.recognise(text, "x").isEmpty());
        run("update accounts set enabled = true where id = :id");
        within(() -> there.recognise(text, "x").isPresent());
    }

    @Test
    void whereASecondFactorIsRequiredNothingIsPermittedWithoutOne() {
        there.mode = FactorMode.REQUIRED;
        var token = login();
        assertThat(there.recognise(token, "x").orElseThrow().first())
                .isEqualTo(First.SECOND_FACTOR);
        assertThat(there.recognise(token, "x").orElseThrow().permissions()).isEmpty();
        assertThat(there.recognise(key(null, null), "x").orElseThrow().permissions())
                .as("keys are no logins")
                .isNotEmpty();

        new FactorScene(database).enrol(ada.id());

        within(() -> there.recognise(token, "x").orElseThrow().may(Permission.JOB_WRITE));
        run("delete from second_factors where account_id = :id");
        within(() -> !there.recognise(token, "x").orElseThrow().may(Permission.JOB_WRITE));
    }

    @Test
    void aKeyExpiresAlthoughItIsRemembered() {
        var text = key(null, Instant.now().plusMillis(700));

        assertThat(here.recognise(text, "x")).isPresent();
        within(() -> here.recognise(text, "x").isEmpty());
    }

    @Test
    void aRotatedKeyIsGoodUntilTheOverlapEnds() {
        var made = keys.create(new NewKey(ada.id(), "old", null, Limit.NONE, null), "test");
        var next = keys.rotate(made.key().id(), ada.id(), Duration.ofMillis(700), "test");

        assertThat(here.recognise(made.text().text(), "x")).isPresent();
        assertThat(here.recognise(next.text().text(), "x")).isPresent();
        within(() -> here.recognise(made.text().text(), "x").isEmpty());
        assertThat(here.recognise(next.text().text(), "x")).isPresent();
    }

    @Test
    void manyRequestsCostNoQuestionEach() {
        var text = key(null, null);
        there.recognise(text, "x");
        int before = line.asked.get();

        var end = System.nanoTime() + Duration.ofMillis(300).toNanos();
        int requests = 0;
        while (System.nanoTime() < end) {
            assertThat(there.recognise(text, "x")).isPresent();
            requests++;
        }

        assertThat(requests).isGreaterThan(1_000);
        assertThat(line.asked.get() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void whileNobodyCanTellNobodyIsRecognisedAndNobodyRefused() {
        var text = key(null, null);
        var caller = there.recognise(text, "x").orElseThrow();

        line.cut = true;

        await().atMost(A_SECOND.multipliedBy(2))
                .untilAsserted(
                        () ->
                                assertThatThrownBy(() -> there.recognise(text, "x"))
                                        .isInstanceOf(DatabaseUnavailable.class));
        assertThatThrownBy(() -> there.again(caller)).isInstanceOf(DatabaseUnavailable.class);
        line.cut = false;
        assertThat(there.recognise(text, "x")).isPresent();
    }

    @Test
    void theUseOfAKeyIsNoted() {
        here.recognise(key(null, null), "192.0.2.7");

        assertThat(keys.list(ada.id(), null, 1).get(0).lastUsedAddress()).isEqualTo("192.0.2.7");
    }

    @Test
    void theKeyOfRootIsGoodUntilItIsRevokedAndForEverNotAfter() {
        var own = Services.ownDatabase();
        var text = "mvk_" + UUID.randomUUID();
        var root = RootScene.make(own, Optional.empty());
        KeyScene.rootKey(own, text).keep();
        KeyScene.rootKey(own, text).keep();

        var caller = node(own).recognise(text, "x").orElseThrow();
        assertThat(caller.account()).isEqualTo(root);
        assertThat(caller.permissions()).containsExactlyInAnyOrder(Permission.values());

        KeyScene.keys(own).revoke(caller.by().id(), any -> true);
        KeyScene.rootKey(own, text).keep();
        assertThat(node(own).recognise(text, "x")).isEmpty();
    }

    private String login() {
        return scene.sessions.begin(ada.id(), "127.0.0.1", "a test").access();
    }

    private String key(Set<Permission> permissions, Instant expires) {
        return keys.create(new NewKey(ada.id(), "a key", permissions, Limit.NONE, expires), "test")
                .text()
                .text();
    }

    private void run(String statement) {
        database.autocommit(
                connection -> Sql.of(statement).with("id", ada.id()).update(connection));
    }

    private static void within(Callable<Boolean> condition) {
        await().atMost(A_SECOND).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private static Callers node(Database database) {
        var callers = new Callers();
        callers.database = database;
        callers.revision = new PeopleRevision();
        callers.revision.database = database;
        callers.tokens = new SessionScene(database).tokens;
        callers.keys = KeyScene.keys(database);
        callers.foreign = new ForeignTokens();
        callers.mode = FactorMode.OPTIONAL;
        return callers;
    }

    /** A way to the database that can be cut, and that counts. */
    private static final class Line {

        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean cut;

        DataSource source() {
            return (DataSource)
                    Proxy.newProxyInstance(
                            Line.class.getClassLoader(),
                            new Class<?>[] {DataSource.class},
                            (proxy, method, arguments) -> {
                                asked.incrementAndGet();
                                if (cut) {
                                    throw new SQLException("the line is cut", "08006");
                                }
                                return method.invoke(Services.dataSource(), arguments);
                            });
        }
    }
}
