package io.milvaion.scheduler.people.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.provider.OpenIdProvider;
import io.milvaion.provider.Visitor;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.scheduler.people.elsewhere.NotAdmitted;
import io.milvaion.scheduler.service.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Spring Authorization Server. */
class OidcLoginIT {

    private static OpenIdProvider provider;

    private final Database database = Services.database();
    private final String ada = "ada" + UUID.randomUUID();
    private final OidcScene here = new OidcScene(database, provider.issuer());

    @BeforeAll
    static void startProvider() {
        provider = OpenIdProvider.start(0, OidcScene.BACK.toString());
    }

    @AfterAll
    static void stopProvider() {
        provider.close();
    }

    @AfterEach
    void signWhatIsRight() {
        provider.alter(claims -> {});
    }

    @Test
    void whoeverTheProviderKnowsGetsASessionAndTheRolesOfTheirGroups() {
        provider.put(ada, "ops", "strangers");

        var arrival = here.login(ada);

        assertThat(arrival.location()).isEqualTo(URI.create("http://127.0.0.1:8080/"));
        assertThat(here.sessions.tokens.verify(arrival.tokens().access()))
                .contains(arrival.tokens().session());
        var account = account(ada);
        assertThat(here.elsewhere.name(account)).isEqualTo(ada);
        assertThat(here.elsewhere.roles(account)).containsExactly("Developer", "Operator");
    }

    @Test
    void theAddressOfTheProviderHasWhatTheProtocolNeedsAndNoSecret() {
        var departure = here.login.begin(ReturnTo.of("/jobs?page=2").orElseThrow());
        var query = Visitor.query(departure.location());

        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", OidcScene.BACK.toString())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("state", departure.attempt().state())
                .containsEntry("nonce", departure.attempt().nonce());
        assertThat(departure.location().toString())
                .doesNotContain(departure.attempt().verifier(), OpenIdProvider.CLIENT_SECRET);
        assertThat(OidcAttempt.parse(departure.attempt().text())).contains(departure.attempt());
    }

    @Test
    void theSamePersonIsTheSameAccountAndRolesAreThoseOfTheLastLogin() {
        provider.put(ada, "boss");
        here.login(ada);
        var account = account(ada);
        provider.put(ada, "ops");
        here.login(ada);

        assertThat(account(ada)).isEqualTo(account);
        assertThat(here.elsewhere.roles(account)).containsExactly("Developer", "Operator");

        var changed = new OidcScene(database, provider.issuer(), "roles=ops=Viewer");
        changed.login(ada);
        assertThat(here.elsewhere.roles(account)).containsExactly("Viewer");
    }

    @Test
    void whoeverHasNoRoleIsRefusedAndLosesWhatTheyHad() {
        provider.put(ada, "ops");
        here.login(ada);
        provider.put(ada, "nothing of ours");

        assertThatThrownBy(() -> here.login(ada)).isInstanceOf(NotAdmitted.class);
        assertThat(here.elsewhere.roles(account(ada))).isEmpty();
        var stranger = "s" + UUID.randomUUID();
        assertThatThrownBy(() -> here.login(stranger)).isInstanceOf(NotAdmitted.class);
        assertThat(account(stranger)).as("no account is made").isNull();
        new OidcScene(database, provider.issuer(), "default-role=Viewer").login(stranger);
        assertThat(here.elsewhere.roles(account(stranger))).containsExactly("Viewer");
    }

    @Test
    void aDisabledAccountStaysOut() {
        provider.put(ada, "ops");
        here.login(ada);
        here.elsewhere.disable(account(ada));

        assertThatThrownBy(() -> here.login(ada)).isInstanceOf(NotAdmitted.class);
    }

    @Test
    void anAccountWithTheSameNameIsNeverTakenOver() {
        var local = SomeAccount.in(database, "Admin");
        provider.put(local.name(), "ops");
        provider.put("root", "ops");

        here.login(local.name());
        here.login("root");

        assertThat(account(local.name())).isNotEqualTo(local.id());
        assertThat(here.elsewhere.name(account(local.name()))).isEqualTo(local.name() + "-2");
        assertThat(here.elsewhere.name(account("root"))).startsWith("root-");
        assertThat(here.elsewhere.roles(local.id())).containsExactly("Admin");
    }

    @Test
    void anAnswerWithoutTheStateOfThisBrowserIsRefused() {
        provider.put(ada, "ops");
        var departure = here.login.begin(ReturnTo.START);
        var mine = OidcScene.answer(new Visitor(ada).visit(departure.location()));
        var other = here.login.begin(ReturnTo.START);

        refused(() -> here.finish(other, mine));
        refused(() -> here.login.finish(Optional.empty(), mine, "x", "x"));
        refused(() -> here.finish(departure, new ProviderAnswer(mine.code(), null, null, null)));
        refused(() -> here.finish(departure, new ProviderAnswer(mine.code(), "", null, null)));
        refused(
                () ->
                        here.finish(
                                departure,
                                new ProviderAnswer(
                                        mine.code(), mine.state(), null, "https://evil.example")));
        assertThat(here.finish(departure, mine)).isNotNull();
    }

    @Test
    void aCodeIsGoodOnceAndOnlyForItsVerifierAndNonce() {
        provider.put(ada, "ops");
        var departure = here.login.begin(ReturnTo.START);
        var answer = OidcScene.answer(new Visitor(ada).visit(departure.location()));
        here.finish(departure, answer);
        refused(() -> here.finish(departure, answer));

        refused(
                () ->
                        withOther(
                                a ->
                                        new OidcAttempt(
                                                a.state(),
                                                a.nonce(),
                                                "x".repeat(43),
                                                a.returnTo())));
        refused(() -> withOther(a -> new OidcAttempt(a.state(), "x", a.verifier(), a.returnTo())));
    }

    @Test
    void anIdTokenForOthersOrOfOthersOrTooOldIsRefused() {
        provider.put(ada, "ops");
        var now = Instant.now();

        refusedWith(claims -> claims.put("nonce", "another"));
        refusedWith(claims -> claims.remove("nonce"));
        refusedWith(claims -> claims.put("aud", List.of("another")));
        refusedWith(claims -> claims.put("aud", List.of(OpenIdProvider.CLIENT, "another")));
        refusedWith(claims -> claims.put("azp", "another"));
        refusedWith(claims -> claims.put("iss", "http://127.0.0.1:1"));
        refusedWith(
                claims -> {
                    claims.put("iat", now.minusSeconds(300));
                    claims.put("exp", now.minusSeconds(120));
                });
        refusedWith(claims -> claims.put("nbf", now.plusSeconds(120)));
        provider.alter(claims -> {});
        assertThat(here.login(ada)).as("nothing else was wrong").isNotNull();
    }

    @Test
    void aStrongerLoginIsAskedForAndNeeded() {
        provider.put(ada, "ops");
        var strict = new OidcScene(database, provider.issuer(), "acr=mfa phr");
        assertThat(Visitor.query(strict.login.begin(ReturnTo.START).location()))
                .containsEntry("acr_values", "mfa+phr");

        assertThatThrownBy(() -> strict.login(ada)).isInstanceOf(OidcRefused.class);
        provider.alter(claims -> claims.put("acr", "password"));
        assertThatThrownBy(() -> strict.login(ada)).isInstanceOf(OidcRefused.class);
        provider.alter(claims -> claims.put("acr", "phr"));
        assertThat(strict.login(ada)).isNotNull();
    }

    @Test
    void rolesMayComeFromWithinAnObject() {
        provider.alter(claims -> claims.put("realm_access", Map.of("roles", List.of("ops"))));
        new OidcScene(database, provider.issuer(), "roles-claim=realm_access.roles").login(ada);

        assertThat(here.elsewhere.roles(account(ada))).containsExactly("Developer", "Operator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "jobs",
                "",
                "/a b",
                "/\t/evil.example",
                "/%",
                "javascript:alert(1)",
                "/é",
                "/\r\nSet-Cookie: a=b"
            })
    void nobodyIsSentToAnotherSite(String returnTo) {
        assertThat(ReturnTo.of(returnTo)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/jobs", "/jobs/1?tab=runs&x=%2F#end", "/?next=https://x.example"})
    void peopleGoBackToWhereTheyWere(String returnTo) {
        assertThat(ReturnTo.of(returnTo).orElseThrow().at(OidcScene.BACK).getAuthority())
                .isEqualTo("127.0.0.1:8080");
    }

    @Test
    void refusalOfTheProviderIsOne() {
        var departure = here.login.begin(ReturnTo.START);
        var no = new ProviderAnswer(null, departure.attempt().state(), "access_denied", null);

        assertThatThrownBy(() -> here.finish(departure, no))
                .isInstanceOf(OidcRefused.class)
                .hasMessageContaining("not let you in");
    }

    @Test
    void aNewKeyOfTheProviderIsReadWhenItIsUsed() {
        provider.put(ada, "ops");
        here.login(ada);
        provider.rotate();
        int before = provider.keysRead();

        assertThat(here.login(ada)).isNotNull();
        assertThat(here.login(ada)).isNotNull();
        assertThat(provider.keysRead() - before).isEqualTo(1);
    }

    @Test
    void aProviderThatIsAwayOrSilentIsSaidToBeAway() throws IOException {
        var gone = OpenIdProvider.start(0, OidcScene.BACK.toString());
        gone.put(ada, "ops");
        var node = new OidcScene(database, gone.issuer());
        var departure = node.login.begin(ReturnTo.START);
        var answer = OidcScene.answer(new Visitor(ada).visit(departure.location()));
        gone.close();

        assertThatThrownBy(() -> node.finish(departure, answer)).isInstanceOf(Away.class);
        var next = new OidcScene(database, gone.issuer());
        assertThatThrownBy(() -> next.login.begin(ReturnTo.START)).isInstanceOf(Away.class);
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var patient = new OidcScene(database, address, "timeout-millis=300");
            assertThatThrownBy(() -> patient.login.begin(ReturnTo.START)).isInstanceOf(Away.class);
        }
    }

    @Test
    void whoeverHasAnotherSecretIsRefused() {
        provider.put(ada, "ops");
        var wrong = new OidcScene(database, provider.issuer(), "client-secret=guessed");

        refused(() -> wrong.login(ada));
    }

    @Test
    void logoutThereKnowsWhoseSessionItWas() {
        provider.put(ada, "ops");
        var session = here.login(ada).tokens().session();

        var end = here.login.logout(session).orElseThrow();

        assertThat(end.toString()).startsWith(provider.issuer() + "/connect/logout?");
        assertThat(Visitor.query(end))
                .containsEntry("client_id", OpenIdProvider.CLIENT)
                .containsKey("id_token_hint");
        assertThat(new Visitor(ada).visit(end)).isEqualTo(URI.create("http://127.0.0.1:8080/"));
        assertThat(here.login.logout(session)).as("once").isEmpty();
        assertThat(here.login.logout(UUID.randomUUID())).isEmpty();
    }

    private void refusedWith(Consumer<Map<String, Object>> change) {
        provider.alter(change);
        refused(() -> here.login(ada));
    }

    private Arrival withOther(UnaryOperator<OidcAttempt> change) {
        var departure = here.login.begin(ReturnTo.START);
        var answer = OidcScene.answer(new Visitor(ada).visit(departure.location()));
        return here.finish(
                new Departure(departure.location(), change.apply(departure.attempt())), answer);
    }

    private static void refused(ThrowingCallable login) {
        assertThatThrownBy(login).isInstanceOf(OidcRefused.class);
    }

    private UUID account(String name) {
        return here.elsewhere.account(provider.issuer().toString(), name);
    }
}
