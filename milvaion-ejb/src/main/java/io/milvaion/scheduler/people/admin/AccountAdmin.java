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
    @Inject Sessions sessions;

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
                connection -> {
                    requireExpected(connection, id, expected);
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
        var changed =
                change(
                        id,
                        actor,
                        connection -> {
                            requireLocal(connection, id);
                            AccountRows.setPassword(connection, id, hash, true);
                        });
        sessions.endAll(id, null, "the password was reset");
        return changed;
    }

    /** Turns the second factor of an account off, for an owner who has lost it. */
    public Account removeSecondFactor(UUID id, Caller actor) {
        return change(
                id,
                actor,
                connection -> {
                    FactorRows.delete(connection, id);
                    Audit.record(
                            connection, Deed.of("secondFactor.remove").on("account", id, null));
                });
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
                    requireChangeable(id, actor, connection);
                    requireExpected(connection, id, expected);
                    AccountRows.delete(connection, id);
                    AccountRows.requireAdmin(connection);
                    return null;
                });
    }

    /** Ends the sessions of an account. */
    public void endSessions(UUID id, Caller actor) {
        change(id, actor, connection -> {});
        sessions.endAll(id, null, "ended by " + actor.getName());
    }

    private Account change(UUID id, Caller actor, Alteration alteration) {
        return database.transaction(
                connection -> {
                    AccountRows.lock(connection);
                    requireChangeable(id, actor, connection);
                    alteration.on(connection);
                    AccountRows.requireAdmin(connection);
                    return AccountRows.find(connection, id).orElseThrow();
                });
    }

    private static void requireExpected(Connection connection, UUID id, Predicate<Account> expected)
            throws SQLException {
        ChangedMeanwhile.unless(expected, AccountRows.find(connection, id).orElseThrow());
    }

    private static void requireChangeable(UUID id, Caller actor, Connection connection)
            throws SQLException {
        if (AccountRows.find(connection, id).isEmpty()) {
            throw new NotFound(NotFound.What.ACCOUNT, id);
        }
        if (!actor.rights().cover(Roles.of(connection, id))) {
            throw AccountStays.beyond();
        }
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
