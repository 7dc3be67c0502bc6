package io.milvaion.scheduler.state.stop;

import io.milvaion.scheduler.ground.persistence.Select;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into dispatch_stops (id, reason, stopped_by, stopped_at)
                        values (?, ?, ?, ?) on conflict do nothing""")) {
            statement.setObject(1, TimeOrderedId.next(now));
            statement.setString(2, reason);
            statement.setString(3, actor);
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Ends the open stop.
     *
     * @param reason or null
     * @return whether there was one
     */
    static boolean end(Connection connection, String reason, String actor) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update dispatch_stops
                           set resume_reason = ?, resumed_by = ?, resumed_at = clock_timestamp()
                         where resumed_at is null""")) {
            statement.setString(1, reason);
            statement.setString(2, actor);
            return statement.executeUpdate() == 1;
        }
    }

    /** Reads the open stop. */
    public static Optional<DispatchStop> current(Connection connection) throws SQLException {
        return new Select("select * from dispatch_stops where resumed_at is null")
                .list(connection, DispatchStop::of).stream().findFirst();
    }

    /** Reads stops, new ones first. */
    static List<DispatchStop> list(Connection connection, UUID after, int limit)
            throws SQLException {
        return new Select("select * from dispatch_stops")
                .where("id < ?", after)
                .then("order by id desc limit ?", limit)
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
        try (PreparedStatement statement = connection.prepareStatement("select clock_timestamp()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
