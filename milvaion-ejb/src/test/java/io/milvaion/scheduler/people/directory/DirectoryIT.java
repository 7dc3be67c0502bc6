package io.milvaion.scheduler.people.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.provider.Certificate;
import io.milvaion.provider.PeopleDirectory;
import io.milvaion.scheduler.people.elsewhere.Away;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against UnboundID's server. */
class DirectoryIT {

    private static final Certificate MINE = Certificate.of("ip:127.0.0.1");
    private static final String USER_DN = "user-dn=uid={0}," + PeopleDirectory.PEOPLE;

    private static PeopleDirectory running;

    private final Directory directory = DirectoryScene.at(running.port());
    private final Directory direct =
            DirectoryScene.at(running.port(), USER_DN, "bind-dn=", "bind-password=");

    @BeforeAll
    static void start() {
        running = PeopleDirectory.start(0, MINE.tls());
        running.addPerson("ada", "ada's password");
        running.addPerson("odd (name) *, a+b\\c", "odd");
        running.addPerson("eve", "eve's");
        running.addGroup("ops", "ada");
        running.addGroup("ops of the odd", "odd (name) *, a+b\\c");
        running.addGroup("Bosses", "eve");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whoeverKnowsTheirPasswordIsRecognisedByAnIdThatStays() throws LDAPException {
        var found = directory.recognise("ADA", "ada's password").orElseThrow();

        assertThat(found.name()).isEqualTo("ada");
        assertThat(found.subject()).isEqualTo(running.id("ada"));
        assertThat(directory.roles(found)).containsExactly("Operator");
        assertThat(direct.recognise("ada", "ada's password")).contains(found);
    }

    @Test
    void aWrongPasswordIsRefusedAndTheNextOneIsLookedUpAsBefore() {
        assertThat(directory.recognise("ada", "wrong")).isEmpty();
        assertThat(directory.recognise("nobody", "wrong")).isEmpty();
        assertThat(direct.recognise("ada", "wrong")).isEmpty();
        assertThat(direct.recognise("nobody", "wrong")).isEmpty();
        assertThat(directory.recognise("ada", "ada's password")).isPresent();
    }

    @Test
    void anEmptyPasswordNeverBinds() throws LDAPException {
        assertThat(running.server().bind("", "").getResultCode().intValue()).isZero();

        assertThat(directory.recognise("ada", "")).isEmpty();
        assertThat(direct.recognise("ada", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a*",
                "ada)(uid=*",
                "*)(|(uid=*",
                "ada))(|(uid=*",
                "\\61da",
                "ada\u0000",
                "ada\n",
                "ada,ou=people",
                "ada+cn=ada",
                "ada,dc=example,dc=org",
                "#04036164",
                "",
                " "
            })
    void namesThatMeanMoreThanANameFindNobody(String name) {
        assertThat(directory.recognise(name, "ada's password")).isEmpty();
        assertThat(direct.recognise(name, "ada's password")).isEmpty();
    }

    @Test
    void oddNamesAreNames() {
        var name = "odd (name) *, a+b\\c";

        assertThat(directory.recognise(name, "odd").orElseThrow().groups())
                .contains("ops of the odd");
        assertThat(direct.recognise(name, "odd")).isPresent();
    }

    @Test
    void aNameThatFindsTwoFindsNobody() {
        var loose =
                DirectoryScene.at(running.port(), "user-filter=(|(uid={0})(objectClass=person))");

        assertThat(loose.recognise("ada", "ada's password")).isEmpty();
    }

    @Test
    void groupsAreThoseOfTodayByDnOrFirstNameOrAttribute() throws LDAPException {
        var eve = directory.recognise("eve", "eve's").orElseThrow();
        assertThat(directory.roles(eve)).containsExactly("Admin");

        members("ops", PeopleDirectory.dn("ada"), PeopleDirectory.dn("eve"));
        members("Bosses", PeopleDirectory.SERVICE);
        var now = directory.recognise("eve", "eve's").orElseThrow();
        assertThat(directory.roles(now)).containsExactly("Operator");
        assertThat(now.subject()).isEqualTo(eve.subject());

        running.server()
                .modify(
                        PeopleDirectory.dn("eve"),
                        new Modification(
                                ModificationType.ADD,
                                "departmentNumber",
                                "cn=bosses," + PeopleDirectory.GROUPS));
        var byAttribute =
                DirectoryScene.at(
                        running.port(), "group-base=", "groups-attribute=departmentNumber");
        assertThat(byAttribute.roles(byAttribute.recognise("eve", "eve's").orElseThrow()))
                .containsExactly("Admin");
    }

    @Test
    void startTlsAndLdapsEncryptAndCheckWhoAnswers() {
        var ca = "milvaion.elsewhere.ca-file=" + MINE.pem();
        var start = DirectoryScene.at(running.port(), "start-tls=true", ca);
        var tls = DirectoryScene.at(0, "url=ldaps://127.0.0.1:" + running.tlsPort(), ca);
        assertThat(start.recognise("ada", "ada's password")).isPresent();
        assertThat(tls.recognise("ada", "ada's password")).isPresent();
        var own = DirectoryScene.at(running.port(), "start-tls=true", USER_DN, ca);
        assertThat(own.recognise("ada", "ada's password")).isPresent();

        away(DirectoryScene.at(running.port(), "start-tls=true"));
        away(DirectoryScene.at(0, "url=ldaps://127.0.0.1:" + running.tlsPort()));
        var other = Certificate.of("dns:another.example");
        var forged = "milvaion.elsewhere.ca-file=" + other.pem();
        away(DirectoryScene.at(running.port(), "start-tls=true", forged));
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        var other = Certificate.of("dns:another.example");
        try (var impostor = PeopleDirectory.start(0, other.tls())) {
            impostor.addPerson("ada", "ada's password");
            var ca = "milvaion.elsewhere.ca-file=" + other.pem();
            away(DirectoryScene.at(impostor.port(), "start-tls=true", ca));
            away(DirectoryScene.at(impostor.port(), "start-tls=true", ca, USER_DN));
            away(DirectoryScene.at(0, "url=ldaps://127.0.0.1:" + impostor.tlsPort(), ca));
        }
    }

    @Test
    void aDirectoryThatIsAwayOrSilentIsNoWrongPassword() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var asked = DirectoryScene.at(silent.getLocalPort(), "timeout-millis=300");
            long start = System.nanoTime();
            away(asked);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
            away(DirectoryScene.at(silent.getLocalPort(), "timeout-millis=300", USER_DN));
        }
        away(DirectoryScene.at(1));
        away(DirectoryScene.at(running.port(), "bind-password=no longer the password"));
        away(DirectoryScene.at(running.port(), "id-attribute=employeeNumber"));
    }

    @Test
    void aDirectoryThatComesBackIsAskedAgain() {
        var first = PeopleDirectory.start(0, null);
        int port = first.port();
        first.addPerson("ada", "ada's password");
        var asked = DirectoryScene.at(port);
        assertThat(asked.recognise("ada", "ada's password")).isPresent();
        first.close();
        away(asked);
        try (var second = PeopleDirectory.start(port, null)) {
            second.addPerson("ada", "ada's password");
            assertThat(asked.recognise("ada", "ada's password")).isPresent();
        }
    }

    @Test
    void manyAtOnceWaitForAFewConnections() {
        var narrow = DirectoryScene.at(running.port(), "max-connections=2");
        var logins =
                IntStream.range(0, 30)
                        .mapToObj(i -> i % 2 == 0 ? "ada's password" : "wrong")
                        .map(
                                given ->
                                        CompletableFuture.supplyAsync(
                                                () -> narrow.recognise("ada", given)))
                        .toList();

        assertThat(logins.stream().map(CompletableFuture::join).filter(Optional::isPresent))
                .hasSize(15);
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedAtTheStart() {
        for (var wrong :
                List.of(
                        "user-filter=(uid=x)",
                        "user-filter=(uid={0}",
                        "user-dn=uid=ada",
                        "user-base=",
                        "bind-password=",
                        "url=ldap:///",
                        "milvaion.elsewhere.ca-file=/nowhere.pem")) {
            assertThatThrownBy(() -> DirectoryScene.at(running.port(), wrong))
                    .as(wrong)
                    .isInstanceOf(InvalidSetting.class);
        }
    }

    private static void members(String group, String... dns) throws LDAPException {
        running.server()
                .modify(
                        "cn=" + group + "," + PeopleDirectory.GROUPS,
                        new Modification(ModificationType.REPLACE, "member", dns));
    }

    private static void away(Directory directory) {
        assertThatThrownBy(() -> directory.recognise("ada", "ada's password"))
                .isInstanceOf(Away.class);
    }
}
