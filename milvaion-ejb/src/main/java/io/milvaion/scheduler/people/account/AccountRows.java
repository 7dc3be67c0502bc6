package io.milvaion.scheduler.people.account;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.people.role.BuiltInRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code accounts} and {@code account_roles}, within the caller's transaction. */
public final class AccountRows {

    private AccountRows() {}

    /**
     * Adds an account that may log in.
     *
     * @throws AccountStays if the name or the address is taken
     */
    public static UUID insert(
            Connection connection, NewAccount account, String passwordHash, String actor)
            throws SQLException {
        var id = TimeOrderedId.next(Clock.systemUTC().instant());
        int added =
                Sql.of(
                                """
                        insert into accounts (id, name, password, must_change_password, created_by)
                        values (:id, :name, :password, :change, :actor)
                        on conflict (lower(name)) do nothing""")
                        .with("id", id)
                        .with("name", account.name())
                        .with("password", passwordHash)
                        .with("change", account.mustChangePassword())
                        .with("actor", actor)
                        .update(connection);
        if (added == 0) {
            throw AccountStays.nameTaken(account.name());
        }
        if (account.email() != null) {
            setEmail(connection, id, account.email());
        }
        grant(connection, id, account.roles());
        Audit.record(
                connection,
                Deed.of("account.create")
                        .on("account", id, account.name())
                        .with(Map.of("roles", account.roles())));
        return id;
    }

    /** Adds an account without a password and without roles, under a name that is free. */
    public static UUID insertShadow(Connection connection, String name, String issuer)
            throws SQLException {
        var id = TimeOrderedId.next(Clock.systemUTC().instant());
        Sql.of(
                        """
                        insert into accounts (id, name, must_change_password, created_by)
                        values (:id, :name, false, :issuer)""")
                .with("id", id)
                .with("name", name)
                .with("issuer", issuer)
                .update(connection);
        return id;
    }

    public static boolean isTaken(Connection connection, String name) throws SQLException {
        return Sql.of("select from accounts where lower(name) = lower(:name)")
                .with("name", name)
                .found(connection);
    }

    public static Optional<Account> find(Connection connection, UUID id) throws SQLException {
        return Sql.of(Account.COLUMNS).where("a.id = :id", id).first(connection, Account::of);
    }

    /** Reads accounts, new ones first. */
    public static List<Account> list(
            Connection connection, AccountFilter filter, UUID after, int limit)
            throws SQLException {
        return Sql.of(Account.COLUMNS)
                .where(
                        "strpos(lower(concat_ws(' ', a.name, a.email)), lower(:text)) > 0",
                        filter.text())
                .where(
                        """
                        exists (select from account_roles r
                                 where r.account_id = a.id and r.role = :role)""",
                        filter.role())
                .where("a.id < :after", after)
                .then("order by a.id desc limit :limit")
                .with("limit", limit)
                .list(connection, Account::of);
    }

    public static void enable(Connection connection, UUID id, boolean enabled) throws SQLException {
        Sql.of("update accounts set enabled = :enabled where id = :id")
                .with("enabled", enabled)
                .with("id", id)
                .update(connection);
    }

    /** Gives an account these roles and no others. */
    public static void setRoles(Connection connection, UUID id, Collection<String> roles)
            throws SQLException {
        Sql.of("delete from account_roles where account_id = :id")
                .with("id", id)
                .update(connection);
        grant(connection, id, roles);
    }

    /**
     * Says where the mail of an account goes; links that went elsewhere are good no more.
     *
     * @param email null: nowhere
     * @throws AccountStays if another account has it
     */
    public static void setEmail(Connection connection, UUID id, String email) throws SQLException {
        lock(connection);
        boolean taken =
                Sql.of("select from accounts where lower(email) = lower(:email) and id <> :id")
                        .with("email", email)
                        .with("id", id)
                        .found(connection);
        if (taken) {
            throw AccountStays.emailTaken();
        }
        Sql.of("update accounts set email = :email where id = :id")
                .with("email", email)
                .with("id", id)
                .update(connection);
        endResets(connection, id);
    }

    /**
     * Sets the password; a link to a new one is good no more.
     *
     * @param mustChange whether it is good for its change only
     */
    public static void setPassword(
            Connection connection, UUID id, String passwordHash, boolean mustChange)
            throws SQLException {
        Sql.of("update accounts set password = :hash, must_change_password = :must where id = :id")
                .with("hash", passwordHash)
                .with("must", mustChange)
                .with("id", id)
                .update(connection);
        endResets(connection, id);
    }

    public static void delete(Connection connection, UUID id) throws SQLException {
        Sql.of("delete from accounts where id = :id").with("id", id).update(connection);
    }

    /** Has others who change accounts wait, so that two do not each leave the other as the last. */
    public static void lock(Connection connection) throws SQLException {
        Sql.of("lock table accounts in share row exclusive mode").update(connection);
    }

    /**
     * @throws AccountStays if nobody who can log in is an Admin
     */
    public static void requireAdmin(Connection connection) throws SQLException {
        boolean someone =
                Sql.of(
                                """
                                select from accounts a join account_roles r on r.account_id = a.id
                                 where a.enabled and r.role = :admin limit 1""")
                        .with("admin", BuiltInRole.ADMIN.title())
                        .found(connection);
        if (!someone) {
            throw AccountStays.lastAdmin();
        }
    }

    private static void endResets(Connection connection, UUID account) throws SQLException {
        Sql.of("delete from password_resets where account_id = :account")
                .with("account", account)
                .update(connection);
    }

    /** Adds roles, which must exist. */
    private static void grant(Connection connection, UUID account, Collection<String> roles)
            throws SQLException {
        Sql.of(
                        """
                        insert into account_roles (account_id, role)
                        select :account, name from roles where name = any (:roles)
                        on conflict do nothing""")
                .with("account", account)
                .texts("roles", roles)
                .update(connection);
    }
}
