package io.milvaion.scheduler.people.account;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.people.secret.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who there is. */
@ApplicationScoped
public class Accounts {

    @Inject Database database;

    /** What a login is judged by. */
    public record Credentials(UUID account, String passwordHash, boolean enabled) {}

    /**
     * Reads accounts, new ones first.
     *
     * @param after the last one of the page before, or null
     */
    public List<Account> list(AccountFilter filter, UUID after, int limit) {
        return database.autocommit(
                connection -> AccountRows.list(connection, filter, after, limit));
    }

    /**
     * @throws NotFound if there is none
     */
    public Account require(UUID id) {
        return database.autocommit(connection -> AccountRows.find(connection, id))
                .orElseThrow(() -> new NotFound(NotFound.What.ACCOUNT, id));
    }

    /** What is known of a name, whatever its case; empty also if its password is elsewhere. */
    public Optional<Credentials> credentials(String name) {
        return database.autocommit(
                connection ->
                        Sql.of("select id, password, enabled from accounts")
                                .where("lower(name) = lower(:name)", name)
                                .where("password is not null")
                                .first(
                                        connection,
                                        row ->
                                                new Credentials(
                                                        row.uuid("id"),
                                                        row.text("password"),
                                                        row.flag("enabled"))));
    }

    /** Gives an account the password that its owner has chosen. */
    public void changePassword(UUID id, String password) {
        var hash = PasswordHash.of(password);
        database.transaction(
                connection -> {
                    AccountRows.setPassword(connection, id, hash, false);
                    var name = AccountRows.find(connection, id).map(Account::name).orElse(null);
                    Audit.record(
                            connection, Deed.of("account.changePassword").on("account", id, name));
                    return null;
                });
    }
}
