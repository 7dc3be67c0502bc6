package io.milvaion.scheduler.job.version;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a job as lists show it.
 *
 * @param changedBy {@code unknown} for jobs that are older than the record of their versions
 * @param restoredFrom the version that it is like; null unless it was restored
 * @param changedFields what an edit has changed
 * @param detail a sentence where that is not all; null otherwise
 */
public record JobVersion(
        int version,
        Instant changedAt,
        String changedBy,
        Change.Kind kind,
        @Nullable Integer restoredFrom,
        List<String> changedFields,
        @Nullable String detail) {

    static JobVersion of(Row row) throws SQLException {
        return new JobVersion(
                row.integer("version"),
                row.instant("changed_at"),
                row.text("changed_by"),
                Change.Kind.of(row.text("kind")),
                row.integer("restored_from"),
                row.texts("changed_fields"),
                row.text("detail"));
    }
}
