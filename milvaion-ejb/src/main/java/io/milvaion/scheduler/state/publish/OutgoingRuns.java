package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.NamedVersion;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads runs that are to be published from their rows. */
public final class OutgoingRuns {

    private static final String READY =
            """
            select o.id, o.planned_at, o.attempt, o.manual, o.triggered_by, o.job_id, o.job_version, o.job_type,
                   o.worker_group, %s, coalesce(o.data, %s) as job_data
              from occurrences o join jobs j on j.id = o.job_id
              %s
             where o.id = any (?) and o.id between ? and ?
               and o.%s and o.%s
             order by o.id"""
                    .formatted(
                            RunDefinition.NAMED,
                            NamedVersion.text("job_data"),
                            NamedVersion.join("o.job_version"),
                            States.QUEUED,
                            States.READY);

    private OutgoingRuns() {}

    /**
     * Reads those of the given occurrences that are READY, whatever their attempt.
     *
     * @param copy see {@link OutgoingRun#copy}
     */
    public static List<OutgoingRun> read(Connection connection, Collection<UUID> ids, int copy)
            throws SQLException {
        if (ids.isEmpty()) {
            return new ArrayList<>();
        }
        return new Columns<>(READY, ids)
                .ids(id -> id)
                .list(
                        connection,
                        row ->
                                new OutgoingRun(
                                        row.uuid("id"),
                                        RunDefinition.of(row),
                                        row.instant("planned_at"),
                                        row.integer("attempt"),
                                        copy,
                                        row.flag("manual"),
                                        row.text("triggered_by")));
    }
}
