package io.milvaion.tests.people;

import static io.milvaion.tests.people.Person.object;
import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import io.milvaion.tests.server.Rest;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class PeopleIT {

    @ArquillianResource URL url;
    private URI root;
    private Milvaion admin;

    @BeforeEach
    void connect() {
        root = URI.create(url.toString());
        admin = new Milvaion(url);
    }

    @AfterEach
    void deleteJobs() {
        admin.close();
    }

    @Test
    void theFirstPasswordIsForItsChangeOnly() {
        var ada = Person.created(root, admin, "Developer");
        var first = ada.login();

        assertThat(first.get("api/v1/jobs").expectProblem(403).json().get("detail").textValue())
                .isEqualTo("Change the password first.");
        first.post("api/v1/api-keys", object().put("name", "around")).expectProblem(403);
        first.get("metrics").expectProblem(403);
        assertThat(first.get("api/v1/auth/me").json().get("mustChangePassword").booleanValue())
                .isTrue();
        ada.changePassword("short").expectProblem(400);
        ada.changePassword("password123").expectProblem(400);
        ada.changePassword("a better one " + UUID.randomUUID()).expect(204);

        var now = ada.login();
        now.post("api/v1/jobs", job("noop").build()).expect(201);
        assertThat(now.get("api/v1/jobs?limit=1").status()).isIn(200, 400);
        soon().until(() -> first.get("api/v1/auth/me").status() == 401);
    }

    /** On the node that has changed it; the others learn of it within a second. */
    @Test
    void whoHasChangedTheFirstPasswordGoesOnAtOnce() {
        var ada = Person.created(root, admin, "Viewer");
        var session = ada.login();
        var body = object().put("currentPassword", ada.password());
        session.get("api/v1/auth/me").expect(200);
        session.post("api/v1/auth/password", body.put("newPassword", "second " + UUID.randomUUID()))
                .expect(204);

        session.get("api/v1/jobs?limit=1").expect(200);
    }

    @Test
    void recordsNameWhoDidIt() {
        var ada = Person.with(root, admin, "Developer");
        var created = ada.login().post("api/v1/jobs", job("noop").build()).expect(201).json();
        var versions = admin.items("api/v1/jobs/" + created.get("id").textValue() + "/versions");

        assertThat(versions.get(0).get("changedBy").textValue()).isEqualTo(ada.name());
    }

    @Test
    void aStolenRefreshTokenEndsTheSessionOfTheThiefToo() {
        var ada = Person.with(root, admin, "Viewer");
        ada.login();
        var stolen = ada.cookie();
        var tokens = ada.refresh().expect(200);
        ada.showing(tokens).get("api/v1/jobs").expect(200);

        ada.refresh(stolen).expectProblem(401);

        ada.refresh().expectProblem(401);
        soon().until(() -> ada.showing(tokens).get("api/v1/jobs").status() == 401);
    }

    @Test
    void theCookieIsForTheServerOnlyAndNoAccessToken() {
        var ada = Person.with(root, admin, "Viewer");
        var answer = ada.refresh().expect(200);

        assertThat(answer.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var secret = ada.cookie().replaceFirst("[^=]*=", "");
        assertThat(answer.body()).doesNotContain(secret);
        assertThat(
                        new Rest(root, null)
                                .get("api/v1/jobs", "Authorization", "Bearer " + secret)
                                .status())
                .isEqualTo(401);
    }

    @Test
    void behindTlsTheCookieBelongsToTheHost() {
        var body = object().put("name", "nobody").put("password", "nothing");
        var logout =
                new Rest(root, null)
                        .post("api/v1/auth/logout", body, "X-Forwarded-Proto", "https")
                        .expect(204);

        assertThat(logout.header("Set-Cookie"))
                .startsWith("__Host-milvaion=")
                .contains("Secure", "HttpOnly", "SameSite=Strict", "Path=/;");
    }

    @Test
    void logoutRolesAndDisablingAreEffectiveAtOnce() {
        var ada = Person.with(root, admin, "Developer");
        var session = ada.login();
        session.get("api/v1/jobs").expect(200);
        session.post("api/v1/auth/logout", null).expect(204);
        soon().until(() -> session.get("api/v1/jobs").status() == 401);

        var next = ada.login();
        var roles = object();
        roles.withArray("roles").add("Viewer");
        admin.rest().patch("api/v1/users/" + ada.id(), roles).expect(200);
        soon().until(() -> next.post("api/v1/jobs", job("noop").build()).status() == 403);
        admin.rest().patch("api/v1/users/" + ada.id(), object().put("enabled", false)).expect(200);
        soon().until(() -> next.get("api/v1/jobs").status() == 401);
        ada.refresh().expectProblem(401);
    }

    @Test
    void guessesAreSlowedDownWithTheSameAnswerForEveryName() {
        var ada = Person.with(root, admin, "Viewer");
        String first = ada.tryLogin("wrong").expectProblem(401).body();
        for (int i = 0; i < 4; i++) {
            assertThat(ada.tryLogin("wrong " + i).body()).isEqualTo(first);
        }

        var waiting = ada.tryLogin("wrong").expectProblem(429);
        assertThat(Integer.parseInt(waiting.header("Retry-After"))).isBetween(1, 2);
        var reset = object().put("password", "reset " + UUID.randomUUID());
        admin.rest().post("api/v1/users/" + ada.id() + "/password", reset).expect(200);
    }

    @Test
    void sessionsAreListedAndEnded() {
        var ada = Person.with(root, admin, "Viewer");
        var one = ada.login();
        var two = ada.login();
        var listed = two.get("api/v1/auth/sessions").expect(200).json().get("items");
        assertThat(listed.size()).isGreaterThanOrEqualTo(2);

        two.delete("api/v1/auth/sessions/" + listed.get(1).get("id").textValue()).expect(204);

        soon().until(() -> one.get("api/v1/auth/me").status() == 401);
        two.get("api/v1/auth/me").expect(200);
        admin.rest().delete("api/v1/users/" + ada.id() + "/sessions").expect(204);
        soon().until(() -> two.get("api/v1/auth/me").status() == 401);
    }

    @Test
    void theSessionThatAsksStaysWhenTheOthersAreEnded() {
        var ada = Person.with(root, admin, "Viewer");
        var others = List.of(ada.login(), ada.login());
        var asking = ada.login();
        var bob = Person.with(root, admin, "Viewer").login();

        asking.delete("api/v1/auth/sessions").expect(204);

        for (var other : others) {
            soon().until(() -> other.get("api/v1/auth/me").status() == 401);
        }
        bob.get("api/v1/auth/me").expect(200);
        var left = asking.get("api/v1/auth/sessions").expect(200).json().get("items");
        assertThat(left).hasSize(1);
        var refreshed = ada.refresh().expect(200).json();
        assertThat(refreshed.get("sessionId")).isEqualTo(left.get(0).get("id"));
        assertThat(refreshed.get("sessionExpiresIn").longValue())
                .isBetween(refreshed.get("expiresIn").longValue(), 365 * 86_400L);
    }

    @ParameterizedTest
    @CsvSource({
        "q, name, 1",
        "q, part of the name in capitals, 1",
        "q, part of the address, 1",
        "role, Auditor, 1",
        "role, auditor, 0",
        "q, %, 0"
    })
    void accountsAreFoundByNameAddressAndRole(String parameter, String by, int found) {
        var role = "Auditor" + UUID.randomUUID().toString().substring(0, 8);
        var path = "api/v1/roles/" + role;
        var permissions = object();
        permissions.putArray("permissions").add("Audit.Read");
        admin.rest().put(path, permissions).expect(201);
        var ada = Person.with(root, admin, role);
        var address = UUID.randomUUID() + "@example.org";
        admin.rest().patch("api/v1/users/" + ada.id(), object().put("email", address)).expect(200);

        var value =
                switch (by) {
                    case "name" -> ada.name();
                    case "part of the name in capitals" ->
                            ada.name().substring(1).toUpperCase(Locale.ROOT);
                    case "part of the address" -> address.substring(3, 30);
                    case "Auditor" -> role;
                    case "auditor" -> role.toLowerCase(Locale.ROOT);
                    default -> "%25";
                };
        var list = admin.items("api/v1/users?limit=200&" + parameter + "=" + value);

        assertThat(list).hasSize(found);
        admin.rest().delete("api/v1/users/" + ada.id()).expect(204);
        admin.rest().delete(path).expect(204);
    }

    @Test
    void ownRolesPermitWhatTheySay() {
        var role = "Night shift " + UUID.randomUUID().toString().substring(0, 8);
        var path = "api/v1/roles/" + role.replace(" ", "%20");
        var body = object();
        body.withArray("permissions").add("Job.Read").add("Occurrence.Cancel");
        var made = admin.rest().put(path, body).expect(201);
        assertThat(made.header("Location")).isEqualTo("/" + path);
        var read = admin.rest().get(path).expect(200).json();
        assertThat(admin.rest().put(path, read).expect(200).json()).isEqualTo(read);
        admin.rest()
                .put(path, ((ObjectNode) read.deepCopy()).put("builtIn", true))
                .expectProblem(400);
        var ada = Person.with(root, admin, role).login();

        ada.get("api/v1/jobs").expect(200);
        ada.get("api/v1/occurrences").expectProblem(403);
        ada.post("api/v1/occurrences/" + UUID.randomUUID() + "/cancel", null).expectProblem(404);
        admin.rest().delete(path).expectProblem(409);
        admin.rest().put("api/v1/roles/Admin", body).expectProblem(409);
        body.withArray("permissions").add("Job.Everything");
        admin.rest().put(path, body).expectProblem(400);
    }

    @Test
    void nobodyGivesOrChangesWhatIsBeyondThem() {
        var role = "Porter " + UUID.randomUUID().toString().substring(0, 8);
        var body = object();
        body.withArray("permissions").add("User.Read").add("User.Write").add("Job.Read");
        admin.rest().put("api/v1/roles/" + role.replace(" ", "%20"), body).expect(201);
        var porter = Person.with(root, admin, role);
        var session = porter.login();
        var me = admin.rest().get("api/v1/auth/me").json().get("id").textValue();
        var promotion = object();
        promotion.withArray("roles").add("Admin");

        session.patch("api/v1/users/" + porter.id(), promotion).expectProblem(403);
        var reset = object().put("password", "taken over by a porter");
        session.post("api/v1/users/" + me + "/password", reset).expectProblem(403);
        session.delete("api/v1/users/" + me).expectProblem(403);
        var viewer = object().put("name", "v" + UUID.randomUUID()).put("password", "for a viewer");
        viewer.withArray("roles").add("Admin");
        session.post("api/v1/users", viewer).expectProblem(403);
        var stronger = object();
        stronger.withArray("permissions").add("System.Operate");
        session.put("api/v1/roles/Stronger", stronger).expectProblem(400);
    }

    @Test
    void badAccountsAreNamedFieldByField() {
        var body = object().put("name", "no spaces please").put("password", "x");
        body.withArray("roles").add("Emperor");

        assertThat(admin.rest().post("api/v1/users", body).expectProblem(400).body())
                .contains("\"name\"", "roles[0]");
        var weak = object().put("name", "w" + UUID.randomUUID()).put("password", "Password1");
        assertThat(admin.rest().post("api/v1/users", weak).expectProblem(400).body())
                .contains("\"password\"");
        var root = object().put("name", "ROOT").put("password", "another one of these");
        admin.rest().post("api/v1/users", root).expectProblem(409);
    }
}
