package io.milvaion.scheduler.people.oidc;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.people.elsewhere.Away;
import io.milvaion.scheduler.people.elsewhere.NotAdmitted;
import io.milvaion.scheduler.people.elsewhere.ShadowAdmission;
import io.milvaion.scheduler.people.elsewhere.Trust;
import io.milvaion.scheduler.people.foreign.WebClient;
import io.milvaion.scheduler.people.session.Sessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Lets people in whom the provider of the settings knows. */
@ApplicationScoped
public class OidcLogin {

    private static final QuietLog LOG = QuietLog.of(OidcLogin.class);

    @Inject ShadowAdmission admission;
    @Inject Sessions sessions;
    @Inject ProviderSessions elsewhere;

    private Optional<OidcSettings> settings = Optional.empty();
    private Provider provider; // null without settings

    @PostConstruct
    void readSettings() {
        var reader = SettingsReader.ofApplication();
        var given = OidcSettings.from(reader);
        use(given, given.map(s -> new WebClient(Trust.from(reader), s.timeout())).orElse(null));
    }

    void use(Optional<OidcSettings> given, WebClient client) {
        settings = given;
        provider = given.map(s -> new Provider(s, client)).orElse(null);
    }

    /** What this way to log in is called; empty if there is none. */
    public Optional<String> title() {
        return settings.map(OidcSettings::title);
    }

    /**
     * Sends a browser to the provider.
     *
     * @throws OidcRefused if no provider is set
     * @throws Away if it does not answer
     */
    public Departure begin(ReturnTo returnTo) {
        var to = settings.orElseThrow(OidcRefused::unknown);
        var attempt = OidcAttempt.to(returnTo);
        var query =
                new FormFields()
                        .with("response_type", "code")
                        .with("client_id", to.clientId())
                        .with("redirect_uri", to.redirectUri().toString())
                        .with("scope", to.scopes())
                        .with("state", attempt.state())
                        .with("nonce", attempt.nonce())
                        .with("code_challenge", attempt.challenge())
                        .with("code_challenge_method", "S256");
        if (!to.acr().isEmpty()) {
            query.with("acr_values", String.join(" ", to.acr()));
        }
        try {
            var address = provider.document().authorization();
            return new Departure(with(address, query), attempt);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /**
     * Begins a session of whom the provider has sent back.
     *
     * @param attempt what the browser has kept; empty: nothing
     * @throws OidcRefused if it does not count
     * @throws NotAdmitted if it does, but they have nothing to do here
     * @throws Away if the provider does not answer
     */
    public Arrival finish(
            Optional<OidcAttempt> attempt, ProviderAnswer answer, String address, String agent) {
        var to = settings.orElseThrow(OidcRefused::unknown);
        var begun =
                attempt.filter(a -> a.isStateOf(answer.state()))
                        .orElseThrow(OidcRefused::ofAnotherBrowser);
        try {
            requireItsAnswer(to, answer);
            var grant = new Exchange(to, provider).of(answer.code(), begun);
            var identity = new Recognition(to, provider).of(grant, begun);
            var account = admission.admit(identity, to.mapping().of(identity.groups()));
            var tokens = sessions.begin(account, address, agent);
            elsewhere.keep(tokens.session(), grant.idToken());
            return new Arrival(begun.returnTo().at(to.redirectUri()), tokens);
        } catch (IOException e) {
            throw away(e);
        }
    }

    /** Where a browser ends the session at the provider, if ours was begun there. */
    public Optional<URI> logout(UUID session) {
        return settings.flatMap(
                to -> elsewhere.take(session).flatMap(token -> endSession(to, token)));
    }

    private Optional<URI> endSession(OidcSettings to, String idToken) {
        try {
            var query =
                    new FormFields()
                            .with("id_token_hint", idToken)
                            .with("client_id", to.clientId())
                            .with(
                                    "post_logout_redirect_uri",
                                    ReturnTo.START.at(to.redirectUri()).toString());
            return provider.document().endSession().map(address -> with(address, query));
        } catch (IOException e) { // ours ends all the same
            LOG.log(System.Logger.Level.WARNING, "the provider: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    private void requireItsAnswer(OidcSettings to, ProviderAnswer answer) throws IOException {
        boolean named = answer.issuer() != null || provider.document().namesItself();
        if (named && !to.issuer().toString().equals(answer.issuer())) {
            throw OidcRefused.asNotGood();
        }
        if (answer.error() != null || answer.code() == null) {
            throw OidcRefused.byProvider();
        }
    }

    private static URI with(URI address, FormFields query) {
        var mark = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + mark + query);
    }

    private static Away away(IOException e) {
        LOG.log(System.Logger.Level.WARNING, "the provider: {0}", e.getMessage());
        return new Away("The provider");
    }
}
