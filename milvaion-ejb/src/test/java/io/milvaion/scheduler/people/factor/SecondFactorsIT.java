package io.milvaion.scheduler.people.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.service.Services;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecondFactorsIT {

    private final Database database = Services.database();
    private final UUID ada = SomeAccount.in(database, "Viewer").id();
    private final FactorScene node = new FactorScene(database);
    private final SecondFactors factors = node.factors;

    @Test
    void aFactorIsInForceOnceACodeHasShownThatTheAppKnowsIt() {
        factors.begin(ada, "ada");
        assertThat(factors.isAskedFor(ada)).isFalse();
        assertThat(factors.accepts(ada, node.code(ada, 0))).isFalse();
        assertThatThrownBy(() -> factors.confirm(ada, "no code"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("code");

        factors.confirm(ada, node.code(ada, 0));

        assertThat(factors.isAskedFor(ada)).isTrue();
        assertThatThrownBy(() -> factors.begin(ada, "ada")).isInstanceOf(FactorStays.class);
        assertThatThrownBy(() -> factors.confirm(ada, node.code(ada, 1)))
                .isInstanceOf(FactorStays.class);
    }

    @Test
    void theSecretIsToldOnceAsAppsReadItAndStoredSealed() {
        var enrolment = factors.begin(ada, "ada b@example.org");

        assertThat(enrolment.secret()).matches("[A-Z2-7]{32}");
        assertThat(enrolment.uri())
                .isEqualTo(
                        "otpauth://totp/Milvaion:ada%20b%40example.org?secret="
                                + enrolment.secret()
                                + "&issuer=Milvaion&algorithm=SHA1&digits=6&period=30");
        var secret = database.autocommit(c -> factors.rows.find(c, ada)).orElseThrow().hex();
        assertThat(new String(stored(), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret, enrolment.secret());
    }

    @Test
    void aCodeIsGoodOnceOnAllNodesTogether() {
        node.enrol(ada);
        var next = node.code(ada, 1);
        var nodes = IntStream.range(0, 8).mapToObj(i -> new FactorScene(database).factors).toList();

        var accepted =
                nodes.stream()
                        .map(n -> CompletableFuture.supplyAsync(() -> n.accepts(ada, next)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(Predicate.isEqual(true));

        assertThat(accepted).hasSize(1);
        assertThat(factors.accepts(ada, next)).isFalse();
        assertThat(factors.accepts(ada, node.code(ada, 0))).as("used to confirm").isFalse();
        var later = new FactorScene(database).at(Duration.ofMinutes(2));
        assertThat(later.factors.accepts(ada, later.code(ada, 0))).isTrue();
    }

    @Test
    void eachRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        var codes = node.enrol(ada);
        var typed = codes.get(0).toUpperCase(Locale.ROOT).replace('-', ' ');

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.length() == 27);
        assertThat(factors.accepts(ada, typed)).isTrue();
        assertThat(factors.accepts(ada, codes.get(0))).isFalse();
        assertThat(factors.state(ada)).isEqualTo(new FactorState("on", "optional", 9));

        var renewed = factors.renewRecoveryCodes(ada);
        assertThat(factors.accepts(ada, codes.get(1))).isFalse();
        assertThat(factors.accepts(ada, renewed.get(9))).isTrue();
    }

    @Test
    void codesAreNotThoseOfOthers() {
        var bob = SomeAccount.in(database, "Viewer").id();
        node.enrol(ada);
        var codes = node.enrol(bob);

        assertThat(factors.accepts(ada, codes.get(0))).isFalse();
        assertThat(factors.accepts(ada, node.code(bob, 1))).isFalse();
        assertThat(factors.accepts(bob, node.code(bob, 1))).isTrue();
    }

    @Test
    void whatIsTurnedOffLeavesNothing() {
        var codes = node.enrol(ada);

        factors.remove(ada);

        assertThat(factors.isAskedFor(ada)).isFalse();
        assertThat(factors.accepts(ada, codes.get(0))).isFalse();
        assertThat(factors.state(ada)).isEqualTo(new FactorState("off", "optional", 0));
        assertThatThrownBy(() -> factors.renewRecoveryCodes(ada)).isInstanceOf(FactorStays.class);
    }

    @Test
    void anInstallationWithoutSecondFactorsAsksForNoneAndMakesNone() {
        node.enrol(ada);

        factors.mode = FactorMode.OFF;

        assertThat(factors.isAskedFor(ada)).isFalse();
        assertThatThrownBy(() -> factors.begin(UUID.randomUUID(), "bob"))
                .isInstanceOf(FactorStays.class);
    }

    private byte[] stored() {
        return database.autocommit(
                connection ->
                        Sql.of("select secret from second_factors where account_id = :id")
                                .with("id", ada)
                                .one(connection, row -> row.bytes("secret")));
    }
}
