package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Runs that an open transaction has released from its gate. */
public final class Released {

    private Released() {}

    /**
     * Registers them, so that no crash loses their publishing: the last call before the commit.
     *
     * @return what is to be published after the commit
     */
    public static List<OutgoingRun> register(
            Connection connection, RunIndex index, Collection<UUID> released) throws SQLException {
        var runs = OutgoingRuns.read(connection, released, 1);
        var due = new LinkedHashMap<AttemptKey, Instant>();
        runs.forEach(run -> due.put(run.key(), Instant.EPOCH));
        index.register(due);
        return runs;
    }
}
