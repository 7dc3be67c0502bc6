package io.milvaion.scheduler.state.stop;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code dispatch_stops}, within the caller's transaction. */
public final class DispatchStops {

    /** A condition for statements that dispatch. */
    public static final String NONE_OPEN =
            "not exists (select from dispatch_stops where resumed_at is null)";

    private DispatchStops() {}

    /**
     * Opens a stop unless one is open. Whoever stops in the same moment waits for the commit.
     *
     * @return whether this one was opened
     */
    static boolean open(Connection connection, String reason, String actor) throws SQLException {
        var now = now(connection);
        boolean opened =
                Sql.of(
                                        """
                                        insert into dispatch_stops (id, reason, stopped_by, stopped_at)
                                        values (:id, :reason, :actor, :now) on conflict do nothing""")
                                .with("id", TimeOrderedId.next(now))
                                .with("reason", reason)
                                .with("actor", actor)
                                .with("now", now)
                                .update(connection)
                        == 1;
        if (opened) {
            record(connection, "dispatching.stop", reason);
        }
        return opened;
    }

    /**
     * Ends the open stop.
     *
     * @param reason or null
     * @return whether there was one
     */
    static boolean end(Connection connection, String reason, String actor) throws SQLException {
        boolean ended =
                Sql.of(
                                        """
                                        update dispatch_stops
                                           set resume_reason = :reason, resumed_by = :actor,
                                               resumed_at = clock_timestamp()
                                         where resumed_at is null""")
                                .with("reason", reason)
                                .with("actor", actor)
                                .update(connection)
                        == 1;
        if (ended) {
            record(connection, "dispatching.resume", reason);
        }
        return ended;
    }

    private static void record(Connection connection, String action, String reason)
            throws SQLException {
        Audit.record(connection, Deed.of(action).on("dispatching", null, null).saying(reason));
    }

    /** Has others who stop and resume wait until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        Sql.of("lock table dispatch_stops in share row exclusive mode").update(connection);
    }

    /** Reads the open stop. */
    public static Optional<DispatchStop> current(Connection connection) throws SQLException {
        return Sql.of("select * from dispatch_stops where resumed_at is null")
                .first(connection, DispatchStop::of);
    }

    /** Reads stops, new ones first. */
    static List<DispatchStop> list(Connection connection, UUID after, int limit)
            throws SQLException {
        return Sql.of("select * from dispatch_stops")
                .where("id < :after", after)
                .then("order by id desc limit :limit")
                .with("limit", limit)
                .list(connection, DispatchStop::of);
    }

    /**
     * Finds out why a statement with {@link #NONE_OPEN} has changed nothing.
     *
     * @throws DispatchingStopped if a stop is the reason
     */
    public static void requireNone(Connection connection) throws SQLException {
        if (current(connection).isPresent()) {
            throw new DispatchingStopped();
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        return Sql.of("select clock_timestamp() as now")
                .one(connection, row -> row.instant("now").truncatedTo(ChronoUnit.MILLIS));
    }
}
