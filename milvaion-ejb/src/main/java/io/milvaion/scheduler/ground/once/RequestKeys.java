package io.milvaion.scheduler.ground.once;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The idempotency keys of all nodes. The package description states the protocol. */
@ApplicationScoped
public class RequestKeys {

    private static final String TAKE =
            """
            insert into request_keys as k (scope, request_hash, thing_id, holder, held_until)
            values (:scope, :hash, :thingId, :holder, now() + interval '1 minute')
                on conflict (scope) do update
               set request_hash = excluded.request_hash, holder = excluded.holder,
                   held_until = excluded.held_until,
                   thing_id = case when k.created_at < now() - interval '24 hours'
                                   then excluded.thing_id else k.thing_id end,
                   created_at = case when k.created_at < now() - interval '24 hours'
                                     then now() else k.created_at end,
                   status = null, media_type = null, location = null, etag = null, body = null
             where k.created_at < now() - interval '24 hours'
                or (k.held_until < now() and k.request_hash = excluded.request_hash)
            returning thing_id""";

    private Database database;

    protected RequestKeys() {} // for the container's proxy

    @Inject
    public RequestKeys(Database database) {
        this.database = database;
    }

    /**
     * Takes a key, or finds what the request that had it was answered.
     *
     * @throws KeyUsedBefore if that was another request
     * @throws KeyInUse if it has not been answered yet
     */
    public TakenKey take(KeyedRequest request) {
        return database.autocommit(
                connection -> {
                    forget(connection);
                    while (true) {
                        var scope = request.scopeHash();
                        var taken = take(connection, scope, request.contentHash());
                        if (taken.isEmpty()) { // deleted in between if it is not found
                            taken = find(connection, scope, request);
                        }
                        if (taken.isPresent()) {
                            return taken.get();
                        }
                    }
                });
    }

    /** Keeps an answer for repetitions, unless another request has taken the key over. */
    public void keep(TakenKey key, KeptAnswer answer) {
        database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        update request_keys
                                           set holder = null, held_until = null, status = :status,
                                               media_type = :mediaType, location = :location,
                                               etag = :etag, body = :body""")
                                .with("status", answer.status())
                                .with("mediaType", answer.mediaType())
                                .with("location", answer.location())
                                .with("etag", answer.etag())
                                .with("body", answer.body())
                                .where("scope = :scope", key.scope())
                                .where("holder = :holder", key.holder())
                                .update(connection));
    }

    /** Lets the next repetition carry out the request again, with the same id. */
    public void giveBack(TakenKey key) {
        database.autocommit(
                connection ->
                        Sql.of("update request_keys set held_until = now() - interval '1 ms'")
                                .where("scope = :scope", key.scope())
                                .where("holder = :holder", key.holder())
                                .update(connection));
    }

    private static Optional<TakenKey> take(Connection connection, byte[] scope, byte[] hash)
            throws SQLException {
        var now =
                Sql.of("select clock_timestamp() as now")
                        .one(connection, row -> row.instant("now"));
        var holder = UUID.randomUUID();
        return Sql.of(TAKE)
                .with("scope", scope)
                .with("hash", hash)
                .with("thingId", TimeOrderedId.next(now))
                .with("holder", holder)
                .first(connection, row -> new TakenKey(scope, row.uuid("thing_id"), holder, null));
    }

    private static Optional<TakenKey> find(
            Connection connection, byte[] scope, KeyedRequest request) throws SQLException {
        return Sql.of("select * from request_keys")
                .where("scope = :scope", scope)
                .first(connection, row -> answered(row, scope, request));
    }

    private static TakenKey answered(Row row, byte[] scope, KeyedRequest request)
            throws SQLException {
        if (!Arrays.equals(row.bytes("request_hash"), request.contentHash())) {
            throw new KeyUsedBefore(request.key());
        }
        if (row.integer("status") == null) {
            throw new KeyInUse(request.key());
        }
        return new TakenKey(scope, row.uuid("thing_id"), null, KeptAnswer.of(row));
    }

    /** More than one for each that comes. */
    private static void forget(Connection connection) throws SQLException {
        Sql.of(
                        """
                        delete from request_keys
                         where scope in (select scope from request_keys
                                          where created_at < now() - interval '24 hours'
                                          order by created_at limit 10 for update skip locked)""")
                .update(connection);
    }
}
