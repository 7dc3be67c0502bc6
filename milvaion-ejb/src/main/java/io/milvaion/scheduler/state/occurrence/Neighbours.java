package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the same job that were planned just before and after one.
 *
 * @param previous null if it is the first that is kept
 * @param next null if it is the last
 */
public record Neighbours(@Nullable UUID previous, @Nullable UUID next) {

    static Neighbours of(Connection connection, UUID id, UUID jobId) throws SQLException {
        return new Neighbours(
                nearest(connection, jobId, "id < :id", id, "order by id desc limit 1"),
                nearest(connection, jobId, "id > :id", id, "order by id limit 1"));
    }

    private static UUID nearest(
            Connection connection, UUID jobId, String side, UUID id, String order)
            throws SQLException {
        return Sql.of("select id from occurrences")
                .where("job_id = :jobId", jobId)
                .where(side, id)
                .then(order)
                .first(connection, row -> row.uuid("id"))
                .orElse(null);
    }
}
