package io.milvaion.scheduler.people.saved;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;

/** Filters that people have saved. What is not theirs and not shared is not there for them. */
@ApplicationScoped
public class SavedFilters {

    /** So many of one account at most. */
    public static final int MOST = 100;

    private static final String FROM =
            "select f.*, a.name as owner from saved_filters f join accounts a on a.id = f.account_id";

    private static final String SEEN = "(f.shared or f.account_id = :account)";

    private Database database;

    protected SavedFilters() {} // for the container's proxy

    @Inject
    public SavedFilters(Database database) {
        this.database = database;
    }

    /**
     * @param list or null for those of all lists
     * @param after the last id of the page before, or null: from old to new
     */
    public List<SavedFilter> list(UUID account, String list, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of(FROM)
                                .where(SEEN, account)
                                .where("f.list = :list", list)
                                .where("f.id > :after", after)
                                .then("order by f.id limit :limit")
                                .with("limit", limit)
                                .list(connection, SavedFilter::of));
    }

    /**
     * @throws NotFound if the account sees no such filter
     */
    public SavedFilter require(UUID account, UUID id) {
        return database.autocommit(connection -> require(connection, account, id));
    }

    /**
     * @param id that it gets, or null for any: if it is there it is not made again
     * @throws SavedFilterRefused if the name is taken or there are too many
     */
    public SavedFilter create(UUID account, SavedFilter.Wanted wanted, UUID id) {
        return database.transaction(
                connection -> {
                    var newId = id == null ? TimeOrderedId.next(Instant.now()) : id;
                    var before = find(connection, account, newId, "");
                    if (before.isPresent()) {
                        return before.get();
                    }
                    requireRoom(connection, account);
                    requireFreeName(connection, account, newId, wanted);
                    insert(connection, account, newId, wanted);
                    record(connection, "create", newId, null, wanted);
                    return require(connection, account, newId);
                });
    }

    /**
     * Replaces name, criteria and whether it is shared.
     *
     * @param versions that may be replaced
     */
    public SavedFilter replace(
            UUID account, UUID id, IntPredicate versions, SavedFilter.Wanted wanted) {
        return database.transaction(
                connection -> {
                    var before = requireOwn(connection, account, id, versions);
                    requireFreeName(connection, account, id, wanted);
                    Sql.of(
                                    """
                                    update saved_filters
                                       set name = :name, criteria = :criteria, shared = :shared,
                                           version = version + 1, updated_at = now()
                                     where id = :id""")
                            .with("name", wanted.name())
                            .with("criteria", wanted.criteria())
                            .with("shared", wanted.shared())
                            .with("id", id)
                            .update(connection);
                    record(connection, "replace", id, wanted(before), wanted);
                    return require(connection, account, id);
                });
    }

    /**
     * @param versions that may be deleted
     */
    public void delete(UUID account, UUID id, IntPredicate versions) {
        database.transaction(
                connection -> {
                    var before = requireOwn(connection, account, id, versions);
                    Sql.of("delete from saved_filters where id = :id")
                            .with("id", id)
                            .update(connection);
                    record(connection, "delete", id, wanted(before), null);
                    return null;
                });
    }

    /** Locks it; that of somebody else is not there for a change. */
    private static SavedFilter requireOwn(
            Connection connection, UUID account, UUID id, IntPredicate versions)
            throws SQLException {
        var found =
                find(connection, account, id, "for update of f")
                        .filter(filter -> filter.account().equals(account))
                        .orElseThrow(() -> new NotFound(NotFound.What.SAVED_FILTER, id));
        if (!versions.test(found.version())) {
            throw SavedFilterRefused.stale(id, found.version());
        }
        return found;
    }

    private static SavedFilter require(Connection connection, UUID account, UUID id)
            throws SQLException {
        return find(connection, account, id, "")
                .orElseThrow(() -> new NotFound(NotFound.What.SAVED_FILTER, id));
    }

    private static Optional<SavedFilter> find(
            Connection connection, UUID account, UUID id, String lock) throws SQLException {
        return Sql.of(FROM)
                .where(SEEN, account)
                .where("f.id = :id", id)
                .then(lock)
                .first(connection, SavedFilter::of);
    }

    /** Locks the account, so that no two are made at once. */
    private static void requireRoom(Connection connection, UUID account) throws SQLException {
        Sql.of("select 1 from accounts where id = :account for no key update")
                .with("account", account)
                .found(connection);
        if (Sql.of("select from saved_filters where account_id = :account offset :most")
                .with("account", account)
                .with("most", MOST - 1)
                .found(connection)) {
            throw SavedFilterRefused.tooMany(MOST);
        }
    }

    private static void requireFreeName(
            Connection connection, UUID account, UUID id, SavedFilter.Wanted wanted)
            throws SQLException {
        if (Sql.of(
                        """
                        select 1 from saved_filters
                         where account_id = :account and list = :list and id <> :id
                           and lower(name) = lower(:name)""")
                .with("account", account)
                .with("list", wanted.list())
                .with("id", id)
                .with("name", wanted.name())
                .found(connection)) {
            throw SavedFilterRefused.nameIsTaken(wanted.name());
        }
    }

    private static void insert(
            Connection connection, UUID account, UUID id, SavedFilter.Wanted wanted)
            throws SQLException {
        Sql.of(
                        """
                        insert into saved_filters (id, account_id, list, name, criteria, shared)
                        values (:id, :account, :list, :name, :criteria, :shared)""")
                .with("id", id)
                .with("account", account)
                .with("list", wanted.list())
                .with("name", wanted.name())
                .with("criteria", wanted.criteria())
                .with("shared", wanted.shared())
                .update(connection);
    }

    private static SavedFilter.Wanted wanted(SavedFilter is) {
        return new SavedFilter.Wanted(is.list(), is.name(), is.criteria(), is.shared());
    }

    private static void record(
            Connection connection,
            String verb,
            UUID id,
            SavedFilter.Wanted before,
            SavedFilter.Wanted after)
            throws SQLException {
        var name = (after == null ? before : after).name();
        Audit.record(
                connection,
                Deed.of("savedFilter." + verb).on("savedFilter", id, name).changed(before, after));
    }
}
