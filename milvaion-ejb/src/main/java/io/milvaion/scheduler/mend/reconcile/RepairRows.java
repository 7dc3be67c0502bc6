package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/**
 * Writes what was repaired, in the transaction of the repair: rows, and lines in the runs' logs.
 */
final class RepairRows {

    private RepairRows() {}

    static void write(Connection connection, Collection<NewRepair> made) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        new Columns<>(
                        """
                        insert into repairs (id, kind, job_id, occurrence_id, found, done)
                        select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[],
                                             ?::text[])""",
                        made)
                .uuids(m -> TimeOrderedId.next(now))
                .texts(m -> m.kind().wire())
                .uuids(NewRepair::jobId)
                .uuids(NewRepair::occurrenceId)
                .texts(NewRepair::found)
                .texts(NewRepair::done)
                .update(connection);
        OccurrenceJournal.write(
                connection,
                made.stream()
                        .filter(m -> m.occurrenceId() != null)
                        .map(
                                m ->
                                        OccurrenceJournal.Line.warn(
                                                m.occurrenceId(),
                                                "Repaired: " + m.found() + "; " + m.done()))
                        .toList());
    }
}
