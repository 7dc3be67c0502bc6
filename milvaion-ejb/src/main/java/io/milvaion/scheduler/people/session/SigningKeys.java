package io.milvaion.scheduler.people.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The keys that sign, as this node has read them a minute ago at most. */
@ApplicationScoped
public class SigningKeys {

    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    /** Nodes have read a key by then. */
    private static final Duration KNOWN_TO_ALL = Duration.ofMinutes(2);

    private static final Duration REPLACED_AFTER = Duration.ofDays(30);
    private static final Duration DELETED_AFTER = REPLACED_AFTER.plusDays(2);

    @Inject Database database;
    @Inject SigningKeyRows rows;

    Clock clock = Clock.systemUTC();
    private List<SigningKey> keys = List.of(); // guarded by this
    private long readAt; // guarded by this

    /** The key that signs now. */
    ECKey signer() {
        var now = clock.instant();
        var all = current();
        return all.stream()
                .filter(key -> key.createdAt().plus(KNOWN_TO_ALL).isBefore(now))
                .findFirst()
                .orElse(all.get(all.size() - 1))
                .pair();
    }

    /** What verifies, without what signs; for anybody. */
    public JWKSet published() {
        return new JWKSet(current().stream().map(SigningKey::pair).<JWK>map(k -> k).toList())
                .toPublicJWKSet();
    }

    /** Makes a key that signs in two minutes; the others go on verifying. */
    public void rotate() {
        database.transaction(connection -> add(connection));
        forget();
    }

    private synchronized List<SigningKey> current() {
        if (keys.isEmpty() || System.nanoTime() - readAt > READ_AGAIN.toNanos()) {
            keys = database.transaction(this::readOrMake);
            readAt = System.nanoTime();
        }
        return keys;
    }

    private synchronized void forget() {
        keys = List.of();
    }

    private List<SigningKey> readOrMake(Connection connection) throws SQLException {
        var found = rows.list(connection);
        if (isFresh(found)) {
            return found;
        }
        Sql.of("lock table signing_keys in share row exclusive mode").update(connection);
        return isFresh(rows.list(connection)) ? rows.list(connection) : add(connection);
    }

    private boolean isFresh(List<SigningKey> found) {
        return !found.isEmpty()
                && found.get(0).createdAt().isAfter(clock.instant().minus(REPLACED_AFTER));
    }

    private List<SigningKey> add(Connection connection) throws SQLException {
        var now = clock.instant();
        rows.deleteBefore(connection, now.minus(DELETED_AFTER));
        rows.insert(connection, generated(), now);
        return rows.list(connection);
    }

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }
}
