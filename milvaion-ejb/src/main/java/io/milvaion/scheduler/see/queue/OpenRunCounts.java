package io.milvaion.scheduler.see.queue;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.state.flow.RunQueue;
import io.milvaion.scheduler.state.index.OpenMember;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.index.WholeIndex;
import io.milvaion.scheduler.state.occurrence.States;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Counts open runs by queue: Redis names them and PostgreSQL says what they are. More than a few
 * thousand are not counted; then the oldest of them still tell since when some wait.
 */
@ApplicationScoped
public class OpenRunCounts {

    private static final System.Logger LOG = System.getLogger(OpenRunCounts.class.getName());
    private static final int MOST = 5_000;
    private static final int OLDEST = 500;

    private static final String COUNT =
            """
            select job_type, worker_group,
                   count(*) filter (where %1$s) as waiting,
                   count(*) filter (where %2$s) as running,
                   count(*) filter (where %3$s) as held,
                   count(*) filter (where %4$s) as backoff,
                   min(coalesce(published_at, created_at)) filter (where %1$s) as oldest
              from occurrences
             where id = any (?::uuid[]) and id between ? and ? and %5$s
             group by job_type, worker_group"""
                    .formatted(
                            States.READY, States.RUNNING, States.HELD, States.BACKOFF, States.OPEN);

    /**
     * What was found.
     *
     * @param whole whether all open runs were counted; else only times are true
     */
    record Counted(boolean whole, Map<RunQueue, OpenRunsOfQueue> byQueue) {

        static final Counted NOTHING = new Counted(false, Map.of());
    }

    private Database database;
    private WholeIndex whole;
    private RunIndex index;

    protected OpenRunCounts() {} // for the container's proxy

    @Inject
    public OpenRunCounts(Database database, WholeIndex whole, RunIndex index) {
        this.database = database;
        this.whole = whole;
        this.index = index;
    }

    Counted count() {
        var all = whole.openRuns(MOST);
        if (all.isPresent()) {
            return new Counted(true, count(all.get()));
        }
        return oldest().map(runs -> new Counted(false, count(runs))).orElse(Counted.NOTHING);
    }

    /** Those that were published, held or put off longest ago. */
    private Optional<List<UUID>> oldest() {
        try {
            return Optional.of(
                    index.open(Instant.EPOCH, 0, Instant.ofEpochMilli(1L << 52), OLDEST).stream()
                            .map(OpenMember::occurrenceId)
                            .toList());
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "nobody knows which runs are open", e);
            return Optional.empty();
        }
    }

    private Map<RunQueue, OpenRunsOfQueue> count(Collection<UUID> runs) {
        return runs.isEmpty() ? Map.of() : database.autocommit(c -> count(c, runs));
    }

    private static Map<RunQueue, OpenRunsOfQueue> count(
            Connection connection, Collection<UUID> runs) throws SQLException {
        var counts = new HashMap<RunQueue, OpenRunsOfQueue>();
        new Columns<>(COUNT, runs)
                .ids(id -> id)
                .plannedEachTime()
                .forEach(
                        connection,
                        row ->
                                counts.put(
                                        new RunQueue(
                                                row.text("job_type"), row.text("worker_group")),
                                        of(row)));
        return counts;
    }

    private static OpenRunsOfQueue of(Row row) throws SQLException {
        return new OpenRunsOfQueue(
                row.number("waiting"),
                row.number("running"),
                row.number("held"),
                row.number("backoff"),
                row.instant("oldest"));
    }
}
