package io.milvaion.scheduler.people.session;

import com.nimbusds.jose.jwk.ECKey;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.Sealing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of {@code signing_keys}; sealed where the node has been given a secret. */
@ApplicationScoped
class SigningKeyRows {

    private static final System.Logger LOG = System.getLogger(SigningKeyRows.class.getName());

    Optional<Sealing> sealing;

    @PostConstruct
    void readSettings() {
        sealing = SettingsReader.ofApplication().given(KnownSettings.SECRET).map(Sealing::new);
    }

    /** Reads all, new ones first. */
    List<SigningKey> list(Connection connection) throws SQLException {
        return Sql.of("select * from signing_keys order by created_at desc, id")
                .list(connection, this::key);
    }

    void insert(Connection connection, ECKey pair, Instant now) throws SQLException {
        if (sealing.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the database can read the key that signs tokens: set "
                            + KnownSettings.SECRET.key());
        }
        var json = pair.toJSONString();
        Sql.of(
                        """
                        insert into signing_keys (id, jwk, sealed, created_at)
                        values (:id, :jwk, :sealed, :now)""")
                .with("id", pair.getKeyID())
                .with(
                        "jwk",
                        sealing.map(s -> s.seal(json))
                                .orElseGet(() -> json.getBytes(StandardCharsets.UTF_8)))
                .with("sealed", sealing.isPresent())
                .with("now", now)
                .update(connection);
    }

    void deleteBefore(Connection connection, Instant limit) throws SQLException {
        Sql.of("delete from signing_keys where created_at < :limit")
                .with("limit", limit)
                .update(connection);
    }

    private SigningKey key(Row row) throws SQLException {
        var bytes = row.bytes("jwk");
        var json = row.flag("sealed") ? opened(bytes) : new String(bytes, StandardCharsets.UTF_8);
        try {
            return new SigningKey(ECKey.parse(json), row.instant("created_at"));
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key cannot be read", e);
        }
    }

    private String opened(byte[] bytes) {
        return sealing.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        KnownSettings.SECRET.key()
                                                + " is needed: what is stored is sealed with it"))
                .open(bytes);
    }
}
