package io.milvaion.scheduler.people.account;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.role.BuiltInRole;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.secret.RandomText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the first account of an installation. */
@ApplicationScoped
public class RootAccount {

    public static final String NAME = "root";

    @Inject Database database;

    RootSettings settings;

    @PostConstruct
    void readSettings() {
        settings = RootSettings.from(SettingsReader.ofApplication());
    }

    /** Makes it if there is no account; harmless otherwise, and when several nodes do so. */
    public void makeIfFirst() {
        var random =
                settings.password().isEmpty()
                        ? Optional.of(RandomText.next())
                        : Optional.<String>empty();
        boolean made = database.transaction(connection -> make(connection, random));
        if (made) {
            random.ifPresent(password -> new FirstPassword(settings.passwordFile()).tell(password));
        }
    }

    /** Its id, if nobody has deleted it. */
    public static Optional<UUID> id(Connection connection) throws SQLException {
        return Sql.of("select id from accounts where lower(name) = :name")
                .with("name", NAME)
                .first(connection, row -> row.uuid("id"));
    }

    private boolean make(Connection connection, Optional<String> random) throws SQLException {
        Sql.of("lock table accounts in share row exclusive mode").update(connection);
        if (Sql.of("select from accounts limit 1").found(connection)) {
            return false;
        }
        var password = random.or(settings::password).orElseThrow();
        var root =
                new NewAccount(
                        NAME,
                        null,
                        password,
                        random.isPresent(),
                        List.of(BuiltInRole.ADMIN.title()));
        AccountRows.insert(connection, root, PasswordHash.of(password), NAME);
        return true;
    }
}
