package io.milvaion.scheduler.people.oidc;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.Sealing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * The ID tokens of sessions that were begun at a provider, for their end there. Kept only where
 * they can be sealed: without {@code milvaion.secret} a logout ends nothing but our own session.
 */
@ApplicationScoped
class ProviderSessions {

    @Inject Database database;

    Optional<Sealing> sealing;

    @PostConstruct
    void readSettings() {
        sealing = SettingsReader.ofApplication().given(KnownSettings.SECRET).map(Sealing::new);
    }

    void keep(UUID session, String idToken) {
        sealing.ifPresent(
                seal ->
                        database.autocommit(
                                connection ->
                                        Sql.of(
                                                        """
                                                        insert into provider_sessions (session_id, id_token)
                                                        values (:session, :token)""")
                                                .with("session", session)
                                                .with("token", seal.seal(idToken))
                                                .update(connection)));
    }

    /** Reads it for the last time. */
    Optional<String> take(UUID session) {
        return sealing.flatMap(
                seal ->
                        database.autocommit(
                                        connection ->
                                                Sql.of(
                                                                """
                                                                delete from provider_sessions
                                                                 where session_id = :session
                                                                returning id_token""")
                                                        .with("session", session)
                                                        .first(
                                                                connection,
                                                                row -> row.bytes("id_token")))
                                .map(seal::open));
    }
}
