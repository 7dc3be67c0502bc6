package io.milvaion.scheduler.people.oidc;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.provider.OpenIdProvider;
import io.milvaion.provider.Visitor;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.elsewhere.ElsewhereScene;
import io.milvaion.scheduler.people.foreign.WebClient;
import io.milvaion.scheduler.people.secret.Sealing;
import io.milvaion.scheduler.people.session.SessionScene;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Logins at a provider as one node has them. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
final class OidcScene {

    static final URI BACK = URI.create("http://127.0.0.1:8080/api/v1/auth/oidc/callback");

    final OidcLogin login = new OidcLogin();
    final SessionScene sessions;
    final ElsewhereScene elsewhere;

    OidcScene(Database database, URI issuer, String... more) {
        sessions = new SessionScene(database);
        elsewhere = new ElsewhereScene(database);
        login.sessions = sessions.sessions;
        login.admission = elsewhere.admission;
        login.elsewhere = new ProviderSessions();
        login.elsewhere.database = database;
        login.elsewhere.sealing = Optional.of(new Sealing(SessionScene.SECRET));
        var settings = OidcSettings.from(new SettingsReader(key -> find(all(issuer, more), key)));
        login.use(settings, new WebClient(tls(), settings.orElseThrow().timeout()));
    }

    /** Somebody goes to the provider, logs in, and comes back. */
    Arrival login(String name) {
        var departure = login.begin(ReturnTo.START);
        return finish(departure, answer(new Visitor(name).visit(departure.location())));
    }

    Arrival finish(Departure departure, ProviderAnswer answer) {
        return login.finish(Optional.of(departure.attempt()), answer, "127.0.0.1", "a test");
    }

    static ProviderAnswer answer(URI back) {
        var query = Visitor.query(back);
        return new ProviderAnswer(
                query.get("code"), query.get("state"), query.get("error"), query.get("iss"));
    }

    private static Map<String, String> all(URI issuer, String... more) {
        var all = new HashMap<String, String>();
        all.put("milvaion.oidc.issuer", issuer.toString());
        all.put("milvaion.oidc.client-id", OpenIdProvider.CLIENT);
        all.put("milvaion.oidc.client-secret", OpenIdProvider.CLIENT_SECRET);
        all.put("milvaion.oidc.redirect-uri", BACK.toString());
        all.put("milvaion.oidc.roles", "ops=Operator; ops=Developer; boss=Admin");
        for (String pair : more) {
            all.put("milvaion.oidc." + pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return all;
    }

    private static Optional<String> find(Map<String, String> all, String key) {
        return Optional.ofNullable(all.get(key));
    }

    private static SSLContext tls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
