package io.milvaion.scheduler.people.factor;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.AtRest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code second_factors}, within the caller's transaction. */
@ApplicationScoped
public class FactorRows {

    AtRest atRest;

    @PostConstruct
    void readSettings() {
        atRest = AtRest.from(SettingsReader.ofApplication());
    }

    Optional<Factor> find(Connection connection, UUID account) throws SQLException {
        return Sql.of("select * from second_factors where account_id = :account")
                .with("account", account)
                .first(connection, this::factor);
    }

    /** Adds one that is pending, in place of another one that is; false if one is on. */
    boolean insert(Connection connection, UUID account, byte[] secret, Instant now)
            throws SQLException {
        return Sql.of(
                                """
                                insert into second_factors as f
                                       (account_id, secret, sealed, last_step, created_at)
                                values (:account, :secret, :sealed, 0, :now)
                                on conflict (account_id) do update
                                   set secret = excluded.secret, sealed = excluded.sealed,
                                       last_step = 0, created_at = excluded.created_at
                                 where f.confirmed_at is null""")
                        .with("account", account)
                        .with("secret", atRest.stored(HexFormat.of().formatHex(secret)))
                        .with("sealed", atRest.seals())
                        .with("now", now)
                        .update(connection)
                == 1;
    }

    /** Uses the code of a step up; false if it or a later one was used before. */
    boolean use(Connection connection, UUID account, long step) throws SQLException {
        return Sql.of(
                                """
                                update second_factors set last_step = :step
                                 where account_id = :account and last_step < :step""")
                        .with("account", account)
                        .with("step", step)
                        .update(connection)
                == 1;
    }

    void confirm(Connection connection, UUID account, Instant now) throws SQLException {
        Sql.of("update second_factors set confirmed_at = :now where account_id = :account")
                .with("now", now)
                .with("account", account)
                .update(connection);
    }

    /** Deletes it with its recovery codes; harmless if there is none. */
    public static void delete(Connection connection, UUID account) throws SQLException {
        Sql.of("delete from second_factors where account_id = :account")
                .with("account", account)
                .update(connection);
    }

    private Factor factor(Row row) throws SQLException {
        return new Factor(
                atRest.read(row.bytes("secret"), row.flag("sealed")),
                row.number("last_step"),
                row.instant("confirmed_at") != null);
    }
}
