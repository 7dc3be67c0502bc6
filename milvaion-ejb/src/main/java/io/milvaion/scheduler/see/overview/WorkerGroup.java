package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.run.worker.WorkerDrain;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one group.
 *
 * @param instances as listed, alive or not
 * @param slots how many runs those that are alive can do at once, like {@code running}
 * @param drain the order to the whole group to take no new runs, or null
 */
public record WorkerGroup(
        String name,
        long instances,
        long alive,
        long slots,
        long running,
        @Nullable WorkerDrain drain) {

    static WorkerGroup of(Row row) throws SQLException {
        return new WorkerGroup(
                row.text("name"),
                row.number("instances"),
                row.number("alive"),
                row.number("slots"),
                row.number("running"),
                row.uuid("id") == null ? null : WorkerDrain.of(row));
    }
}
