package io.milvaion.scheduler.run.worker;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to take no new runs, to one instance or to a whole group.
 *
 * @param instanceId null: to the group
 * @param workerGroup null: to the instance
 * @param until when it ends by itself; null: when somebody ends it
 */
public record WorkerDrain(
        UUID id,
        @Nullable String instanceId,
        @Nullable String workerGroup,
        String reason,
        String drainedBy,
        Instant drainedAt,
        @Nullable Instant until) {

    /** Of {@code worker_drains d}: those that last. */
    public static final String LASTS = "(d.ends_at is null or d.ends_at > clock_timestamp())";

    /** Of {@code worker_drains d}: what concerns an instance {@code w} of {@code workers}. */
    public static final String OF_WORKER =
            "(d.instance_id = w.instance_id or d.worker_group = w.worker_group) and " + LASTS;

    /** Reads it from a row of {@code worker_drains}. */
    public static WorkerDrain of(Row row) throws SQLException {
        return new WorkerDrain(
                row.uuid("id"),
                row.text("instance_id"),
                row.text("worker_group"),
                row.text("reason"),
                row.text("drained_by"),
                row.instant("drained_at"),
                row.instant("ends_at"));
    }

    String target() {
        return instanceId == null ? workerGroup : instanceId;
    }
}
