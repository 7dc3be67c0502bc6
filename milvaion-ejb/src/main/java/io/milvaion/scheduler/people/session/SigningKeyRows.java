package io.milvaion.scheduler.people.session;

import com.nimbusds.jose.jwk.ECKey;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.AtRest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;

/** The rows of {@code signing_keys}; sealed where the node has been given a secret. */
@ApplicationScoped
class SigningKeyRows {

    private static final System.Logger LOG = System.getLogger(SigningKeyRows.class.getName());

    AtRest atRest;

    @PostConstruct
    void readSettings() {
        atRest = AtRest.from(SettingsReader.ofApplication());
    }

    /** Reads all, new ones first. */
    List<SigningKey> list(Connection connection) throws SQLException {
        return Sql.of("select * from signing_keys order by created_at desc, id")
                .list(connection, this::key);
    }

    void insert(Connection connection, ECKey pair, Instant now) throws SQLException {
        if (!atRest.seals()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the database can read the key that signs tokens: set "
                            + KnownSettings.SECRET.key());
        }
        Sql.of(
                        """
                        insert into signing_keys (id, jwk, sealed, created_at)
                        values (:id, :jwk, :sealed, :now)""")
                .with("id", pair.getKeyID())
                .with("jwk", atRest.stored(pair.toJSONString()))
                .with("sealed", atRest.seals())
                .with("now", now)
                .update(connection);
    }

    void deleteBefore(Connection connection, Instant limit) throws SQLException {
        Sql.of("delete from signing_keys where created_at < :limit")
                .with("limit", limit)
                .update(connection);
    }

    private SigningKey key(Row row) throws SQLException {
        var json = atRest.read(row.bytes("jwk"), row.flag("sealed"));
        try {
            return new SigningKey(ECKey.parse(json), row.instant("created_at"));
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key cannot be read", e);
        }
    }
}
