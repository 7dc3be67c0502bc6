package io.milvaion.scheduler.run.inbox;

import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** To which worker groups runs are pinned. */
public final class PinnedRuns {

    private PinnedRuns() {}

    /** The group of each run that is pinned to one. */
    public static Map<UUID, String> among(Connection connection, Collection<UUID> runs)
            throws SQLException {
        var groups = new HashMap<UUID, String>();
        if (!runs.isEmpty()) {
            new Columns<>(
                            """
                            select id, worker_group from occurrences
                             where id = any (?) and id between ? and ? and worker_group is not null""",
                            runs)
                    .ids(id -> id)
                    .forEach(
                            connection,
                            row -> groups.put(row.uuid("id"), row.text("worker_group")));
        }
        return groups;
    }
}
