package io.milvaion.scheduler.people.admin;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.people.account.Account;
import io.milvaion.scheduler.people.account.AccountRows;
import io.milvaion.scheduler.people.account.AccountStays;
import io.milvaion.scheduler.people.account.NewAccount;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.factor.FactorRows;
import io.milvaion.scheduler.people.role.Roles;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.people.secret.PasswordPolicy;
import io.milvaion.scheduler.people.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes, changes and deletes accounts. All methods throw {@link AccountStays} as the room says. */
@ApplicationScoped
public class AccountAdmin {

    @Inject Database database;

    /** What is done to an account, in a transaction that waits for others of the kind. */
    @FunctionalInterface
    private interface Alteration {
        void on(Connection connection) throws SQLException;
    }

    /** Makes an account whose owner has to change the password. */
    public Account create(NewAccount account, Caller actor) {
        PasswordPolicy.check("password", account.password(), account.name());
        var hash = PasswordHash.of(account.password());
        return database.transaction(
                connection -> {
                    requireWithin(actor, connection, account.roles());
                    var id = AccountRows.insert(connection, account, hash, actor.getName());
                    return AccountRows.find(connection, id).orElseThrow();
                });
    }

    /**
     * Changes an account.
     *
     * @param expected what the actor takes it for
     * @param enabled whether it is let in; out is out everywhere, also with its keys; null: as is
     * @param email where its mail goes; empty: nowhere; null: as is
     * @param roles that it shall have and no others; null: as they are
     */
    public Account change(
            UUID id,
            Predicate<Account> expected,
            Boolean enabled,
            String email,
            List<String> roles,
            Caller actor) {
        return change(
                id,
                actor,
                "account.update",
                connection -> {
                    ChangedMeanwhile.unless(
                            expected, AccountRows.find(connection, id).orElseThrow());
                    if (enabled != null) {
                        AccountRows.enable(connection, id, enabled);
                    }
                    if (email != null) {
                        AccountRows.setEmail(connection, id, email.isEmpty() ? null : email);
                    }
                    if (roles != null) {
                        requireLocal(connection, id);
                        requireWithin(actor, connection, roles);
                        AccountRows.setRoles(connection, id, roles);
                    }
                });
    }

    /** Gives an account a password for one login, and ends its sessions. */
    public Account resetPassword(UUID id, String password, Caller actor) {
        var hash = PasswordHash.of(password);
        return change(
                id,
                actor,
                "account.resetPassword",
                connection -> {
                    requireLocal(connection, id);
                    AccountRows.setPassword(connection, id, hash, true);
                    Sessions.endAll(connection, id, "the password was reset");
                });
    }

    /** Turns the second factor of an account off, for an owner who has lost it. */
    public Account removeSecondFactor(UUID id, Caller actor) {
        return change(
                id,
                actor,
                "account.removeSecondFactor",
                connection -> FactorRows.delete(connection, id));
    }

    /**
     * Deletes an account with its sessions and keys.
     *
     * @param expected what the actor takes it for
     */
    public void delete(UUID id, Predicate<Account> expected, Caller actor) {
        database.transaction(
                connection -> {
                    AccountRows.lock(connection);
                    var before = requireChangeable(id, actor, connection);
                    ChangedMeanwhile.unless(expected, before);
                    AccountRows.delete(connection, id);
                    AccountRows.requireAdmin(connection);
                    Audit.record(
                            connection,
                            Deed.of("account.delete")
                                    .on("account", id, before.name())
                                    .changed(before, null));
                    return null;
                });
    }

    /** Ends the sessions of an account. */
    public void endSessions(UUID id, Caller actor) {
        change(
                id,
                actor,
                "account.endSessions",
                connection -> Sessions.endAll(connection, id, "ended by " + actor.getName()));
    }

    private Account change(UUID id, Caller actor, String action, Alteration alteration) {
        return database.transaction(
                connection -> {
                    AccountRows.lock(connection);
                    var before = requireChangeable(id, actor, connection);
                    alteration.on(connection);
                    AccountRows.requireAdmin(connection);
                    var after = AccountRows.find(connection, id).orElseThrow();
                    Audit.record(
                            connection,
                            Deed.of(action).on("account", id, after.name()).changed(before, after));
                    return after;
                });
    }

    private static Account requireChangeable(UUID id, Caller actor, Connection connection)
            throws SQLException {
        var account =
                AccountRows.find(connection, id)
                        .orElseThrow(() -> new NotFound(NotFound.What.ACCOUNT, id));
        if (!actor.rights().cover(Roles.of(connection, id))) {
            throw AccountStays.beyond();
        }
        return account;
    }

    private static void requireLocal(Connection connection, UUID id) throws SQLException {
        var issuer = AccountRows.find(connection, id).map(Account::issuer);
        if (issuer.isPresent()) {
            throw AccountStays.elsewhere(issuer.get());
        }
    }

    private static void requireWithin(Caller actor, Connection connection, List<String> roles)
            throws SQLException {
        if (!actor.rights().cover(Roles.rights(connection, roles))) {
            throw AccountStays.beyond();
        }
    }
}
