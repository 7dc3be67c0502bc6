package io.milvaion.scheduler.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.audit.Refusals;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.directory.Directory;
import io.milvaion.scheduler.people.factor.FactorScene;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.session.SessionScene;
import io.milvaion.scheduler.people.session.Tokens;
import io.milvaion.scheduler.service.Services;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
class LoginIT {

    private final Database database = Services.database();
    private final SomeAccount ada = SomeAccount.in(database, "Viewer");
    private final FactorScene factor = new FactorScene(database);
    private final Login login = node();
    private final String here = UUID.randomUUID().toString();

    @Test
    void whoeverKnowsThePasswordIsIn() {
        var name = ada.name().toUpperCase(Locale.ROOT);

        assertThat(login.attempt(name, ada.password(), null, here, "test").access()).isNotBlank();
    }

    @Test
    void unknownNameWrongPasswordAndDisabledAccountGetTheSameAnswer() {
        var wrong = refusal(ada.name(), "wrong");
        var unknown = refusal("nobody", "wrong");
        disable();
        var disabled = refusal(ada.name(), ada.password());

        assertThat(unknown).isEqualTo(wrong).isEqualTo(disabled);
    }

    /** On a busy machine the quickest of many tells what the work takes; the rest is waiting. */
    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        var hash = PasswordHash.of("x");
        long[] known = new long[40];
        long[] unknown = new long[40];
        for (int i = 0; i < known.length; i++) {
            known[i] = time(() -> PasswordHash.matches("wrong", hash));
            unknown[i] = time(() -> PasswordHash.matches("wrong", PasswordHash.NOBODY));
        }

        double ratio = (double) quickest(unknown) / quickest(known);
        assertThat(ratio).isBetween(0.9, 1.1);
    }

    @Test
    void guessesWaitLongerAndLongerAlsoForTheRightOne() {
        IntStream.range(0, 5).forEach(i -> refusal(ada.name(), "wrong " + i));

        assertThat(waits(ada.password(), here)).isBetween(1L, 2L);
        long before = 1;
        for (int i = 0; i < 6; i++) {
            pass();
            refusal(ada.name(), "wrong");
            long now = waits("wrong", here);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
        assertThat(login.attempt(ada.name(), ada.password(), null, "elsewhere " + here, "test"))
                .as("its owner is not kept out by others")
                .isNotNull();
    }

    @Test
    void nobodyTriesManyNamesFromOnePlace() {
        IntStream.range(0, 30).forEach(i -> refusal("name " + i, "wrong"));

        assertThatThrownBy(() -> login.attempt("another", "wrong", null, here, "test"))
                .isInstanceOf(TooManyLogins.class);
    }

    @Test
    void manyGuessesAtOnceAreManyGuesses() {
        var other = node();
        long looked =
                IntStream.range(0, 40)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> outcome(i % 2 == 0 ? login : other)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(LoginRefused.class::isInstance)
                        .count();

        assertThat(looked).isLessThanOrEqualTo(6);
    }

    @Test
    void successForgetsTheFailuresBeforeIt() {
        IntStream.range(0, 4).forEach(i -> refusal(ada.name(), "wrong"));
        login.attempt(ada.name(), ada.password(), null, here, "test");
        IntStream.range(0, 4).forEach(i -> refusal(ada.name(), "wrong"));

        assertThat(login.attempt(ada.name(), ada.password(), null, here, "test")).isNotNull();
    }

    @Test
    void whoHasASecondFactorIsAskedForItAfterTheRightPasswordOnly() {
        factor.enrol(ada.id());

        assertThat(refusal(ada.name(), "wrong")).isEqualTo(refusal("nobody", "wrong"));
        assertThatThrownBy(() -> attempt(null))
                .isInstanceOf(SecondFactorNeeded.class)
                .hasMessageContaining("code");
        assertThatThrownBy(() -> attempt("000000")).isInstanceOf(SecondFactorNeeded.class);
        assertThat(attempt(factor.code(ada.id(), 1))).isNotNull();
        assertThatThrownBy(() -> attempt(factor.code(ada.id(), 1)))
                .as("a code is good once")
                .isInstanceOf(SecondFactorNeeded.class);
    }

    @Test
    void guessesOfCodesAreSlowedDownAlsoWhenThePasswordIsSentBetweenThem() {
        factor.enrol(ada.id());

        for (int i = 0; i < 5; i++) {
            var guess = "00000" + i;
            assertThatThrownBy(() -> attempt(null)).isInstanceOf(SecondFactorNeeded.class);
            assertThatThrownBy(() -> attempt(guess)).isInstanceOf(SecondFactorNeeded.class);
        }

        assertThatThrownBy(() -> attempt(factor.code(ada.id(), 1)))
                .isInstanceOf(TooManyLogins.class);
    }

    @Test
    void loginsInTwoStepsAreNoGuesses() {
        factor.enrol(ada.id());

        for (int i = 0; i < 40; i++) {
            assertThatThrownBy(() -> attempt(null)).isInstanceOf(SecondFactorNeeded.class);
        }

        assertThat(attempt(factor.code(ada.id(), 1))).isNotNull();
    }

    private Tokens attempt(String code) {
        return login.attempt(ada.name(), ada.password(), code, here, "test");
    }

    private Throwable outcome(Login node) {
        try {
            node.attempt(ada.name(), "wrong", null, here, "test");
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private String refusal(String name, String password) {
        try {
            login.attempt(name, password, null, here, "test");
            throw new AssertionError("it was let in");
        } catch (LoginRefused e) {
            return e.type() + e.getMessage() + e.members();
        }
    }

    /** Seconds that an attempt has to wait. */
    private long waits(String password, String address) {
        try {
            login.attempt(ada.name(), password, null, address, "test");
            throw new AssertionError("it does not have to wait");
        } catch (TooManyLogins e) {
            return (Long) e.members().get("retryAfterSeconds");
        }
    }

    /** The time goes by that attempts have to wait. */
    private void pass() {
        database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        update login_attempts set blocked_until = now()
                                         where subject = any (array[:both]::bytea[])""")
                                .with("both", Subject.of(ada.name(), here).get(0).hash())
                                .update(connection));
    }

    private void disable() {
        database.autocommit(
                connection ->
                        Sql.of("update accounts set enabled = false where id = :id")
                                .with("id", ada.id())
                                .update(connection));
    }

    private Login node() {
        var node = new Login();
        node.accounts = SomeAccount.accounts(database);
        node.sessions = new SessionScene(database).sessions;
        node.factors = factor.factors;
        node.throttle = new LoginThrottle();
        node.throttle.database = database;
        node.directory = new Directory();
        node.refusals = new Refusals(database);
        return node;
    }

    private static long time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static long quickest(long[] times) {
        return Arrays.stream(times).min().orElseThrow();
    }
}
