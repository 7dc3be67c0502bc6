package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads runs that are to be published from their rows. */
public final class OutgoingRuns {

    private OutgoingRuns() {}

    /**
     * Reads those of the given occurrences that are READY, whatever their attempt.
     *
     * @param copy see {@link OutgoingRun#copy}
     */
    public static List<OutgoingRun> read(Connection connection, Collection<UUID> ids, int copy)
            throws SQLException {
        var runs = new ArrayList<OutgoingRun>();
        if (ids.isEmpty()) {
            return runs;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select o.id, o.job_id, j.display_name, o.job_type, o.worker_group,
                               o.job_version, o.planned_at, o.attempt, o.manual, j.timeout_seconds,
                               coalesce(o.data, j.job_data)
                          from occurrences o join jobs j on j.id = o.job_id
                         where o.id = any (?) and o.id between ? and ?
                           and o.state = 0 and o.stage = ?
                         order by o.id""")) {
            new Columns<>(connection, statement, ids).ids(id -> id).value(Stage.READY.code());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    runs.add(
                            new OutgoingRun(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getInt(6),
                                    row.getObject(7, OffsetDateTime.class).toInstant(),
                                    row.getInt(8),
                                    copy,
                                    row.getBoolean(9),
                                    row.getObject(10, Integer.class),
                                    row.getString(11)));
                }
            }
        }
        return runs;
    }
}
