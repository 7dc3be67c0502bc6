package io.milvaion.scheduler.people.key;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes keys, lists and ends them. */
@ApplicationScoped
public class ApiKeys {

    @Inject Database database;

    public MadeKey create(NewKey key, String actor) {
        return database.transaction(
                connection -> {
                    var made = create(connection, key, actor);
                    record(connection, "apiKey.create", null, made.key());
                    return made;
                });
    }

    /**
     * Reads keys, new ones first.
     *
     * @param owner null: of all accounts
     * @param after the last one of the page before, or null
     */
    public List<ApiKey> list(UUID owner, UUID after, int limit) {
        return database.autocommit(connection -> KeyRows.list(connection, owner, after, limit));
    }

    /**
     * @throws NotFound if there is none
     */
    public ApiKey require(UUID id) {
        return database.autocommit(connection -> require(connection, id));
    }

    /**
     * Ends a key for all requests that begin later; a second call changes nothing.
     *
     * @param expected what the caller takes it for
     */
    public void revoke(UUID id, Predicate<ApiKey> expected) {
        database.transaction(
                connection -> {
                    KeyRows.lock(connection, id);
                    var before = require(connection, id);
                    ChangedMeanwhile.unless(expected, before);
                    KeyRows.revoke(connection, id);
                    record(connection, "apiKey.revoke", before, require(connection, id));
                    return null;
                });
    }

    /**
     * Makes a key with the same rights, and ends the old one after a while in which both are good.
     *
     * @param owner the account of the key
     */
    public MadeKey rotate(UUID id, UUID owner, Duration overlap, String actor) {
        return database.transaction(
                connection -> {
                    var old = require(connection, id);
                    var permissions =
                            old.permissions() == null ? null : Role.permissions(old.permissions());
                    var made = create(connection, successor(old, owner, permissions), actor);
                    KeyRows.expire(connection, id, Clock.systemUTC().instant().plus(overlap));
                    record(connection, "apiKey.rotate", old, made.key());
                    return made;
                });
    }

    /** Notes who uses a key, for people who look for old ones. */
    public void noteUse(UUID id, String address) {
        database.autocommit(
                connection -> {
                    KeyRows.noteUse(connection, id, address);
                    return null;
                });
    }

    /** The same name and rights; it lasts as long as the old one was to last from its beginning. */
    private static NewKey successor(ApiKey old, UUID owner, Set<Permission> permissions) {
        var ends =
                old.expiresAt() == null
                        ? null
                        : Clock.systemUTC()
                                .instant()
                                .plus(Duration.between(old.createdAt(), old.expiresAt()));
        var limit = old.limit() == null ? Limit.NONE : old.limit();
        return new NewKey(owner, old.name(), permissions, limit, ends);
    }

    private static MadeKey create(Connection connection, NewKey key, String actor)
            throws SQLException {
        var text = KeyText.random();
        var id = KeyRows.insert(connection, key, text, actor);
        return new MadeKey(require(connection, id), text);
    }

    /** Of keys there is nothing secret but their text and its hash, which these do not have. */
    private static void record(Connection connection, String action, ApiKey before, ApiKey after)
            throws SQLException {
        var about = before == null ? after : before;
        Audit.record(
                connection,
                Deed.of(action).on("apiKey", about.id(), about.name()).changed(before, after));
    }

    private static ApiKey require(Connection connection, UUID id) throws SQLException {
        return KeyRows.find(connection, id)
                .orElseThrow(() -> new NotFound(NotFound.What.API_KEY, id));
    }
}
