package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state that could not be and was put right.
 *
 * @param jobId null if it concerns none
 * @param occurrenceId null if it concerns none
 * @param found one sentence: what was wrong
 * @param done one sentence: what it is now
 */
public record Repair(
        UUID id,
        Instant at,
        RepairKind kind,
        @Nullable UUID jobId,
        @Nullable UUID occurrenceId,
        String found,
        String done) {

    static Repair of(Row row) throws SQLException {
        return new Repair(
                row.uuid("id"),
                row.instant("at"),
                RepairKind.of(row.text("kind")),
                row.uuid("job_id"),
                row.uuid("occurrence_id"),
                row.text("found"),
                row.text("done"));
    }
}
