package io.milvaion.scheduler.people.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.elsewhere.ElsewhereScene;
import io.milvaion.scheduler.people.factor.FactorMode;
import io.milvaion.scheduler.people.foreign.ForeignScene;
import io.milvaion.scheduler.people.foreign.Issuer;
import io.milvaion.scheduler.people.key.KeyScene;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.session.SessionScene;
import io.milvaion.scheduler.service.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
class ForeignCallersIT {

    private final Database database = Services.database();
    private final Issuer issuer = new Issuer();
    private final ElsewhereScene elsewhere = new ElsewhereScene(database);
    private final String subject = "s" + UUID.randomUUID();
    private final Callers here = node();

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void aTokenMayWhatItsGroupsPermitAndOneAccountStandsForItsSubject() {
        var operator = here.recognise(token("ops"), "x").orElseThrow();
        var viewer = here.recognise(token("lookers"), "x").orElseThrow();

        assertThat(operator.may(Permission.SYSTEM_OPERATE)).isTrue();
        assertThat(viewer.may(Permission.JOB_READ)).isTrue();
        assertThat(viewer.may(Permission.SYSTEM_OPERATE)).isFalse();
        assertThat(viewer.account())
                .isEqualTo(operator.account())
                .isEqualTo(elsewhere.account(Issuer.NAME, subject));
        assertThat(elsewhere.roles(viewer.account())).as("they are the token's").isEmpty();
    }

    @Test
    void whoHasNoRoleIsNobodyAndGetsNoAccount() {
        assertThat(here.recognise(token("strangers"), "x")).isEmpty();
        assertThat(elsewhere.account(Issuer.NAME, subject)).isNull();
    }

    @Test
    void disablingTheAccountEndsItsTokensWithinASecond() {
        var token = token("ops");
        var caller = here.recognise(token, "x").orElseThrow();
        assertThat(here.again(caller)).isPresent();

        elsewhere.disable(caller.account());

        within(() -> here.recognise(token, "x").isEmpty());
        within(() -> here.again(caller).isEmpty());
    }

    @Test
    void aTokenExpiresAlthoughItIsRemembered() {
        var brief = issuer.token(subject, List.of("ops"), Instant.now().plusMillis(1_500));
        var caller = here.recognise(brief, "x").orElseThrow();

        await().atMost(Duration.ofSeconds(4)).until(() -> here.recognise(brief, "x").isEmpty());
        assertThat(here.again(caller)).isEmpty();
    }

    private String token(String group) {
        return issuer.token(subject, List.of(group), Instant.now().plusSeconds(60));
    }

    private static void within(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(1)).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private Callers node() {
        var callers = new Callers();
        callers.database = database;
        callers.revision = new PeopleRevision();
        callers.revision.database = database;
        callers.tokens = new SessionScene(database).tokens;
        callers.keys = KeyScene.keys(database);
        callers.mode = FactorMode.REQUIRED;
        callers.foreign =
                ForeignScene.node(issuer, "roles=ops=Operator;lookers=Viewer", "skew-seconds=0");
        return callers;
    }
}
