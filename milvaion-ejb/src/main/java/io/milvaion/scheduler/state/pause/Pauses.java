package io.milvaion.scheduler.state.pause;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.index.AfterCommit;
import io.milvaion.scheduler.state.index.RunIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens, lists and ends pauses. */
@ApplicationScoped
public class Pauses {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PAGE = 1_000;

    private Database database;
    private LiveEvents events;
    private RunIndex index;
    private AfterCommit afterCommit;

    protected Pauses() {} // for the container's proxy

    @Inject
    public Pauses(Database database, LiveEvents events, RunIndex index, AfterCommit afterCommit) {
        this.database = database;
        this.events = events;
        this.index = index;
        this.afterCommit = afterCommit;
    }

    /** Those that last, new ones first. */
    public List<Pause> list(UUID after, int limit) {
        return database.autocommit(connection -> PauseRows.list(connection, after, limit));
    }

    /** The pause that holds back a job, as of this type and group. */
    public static Optional<Pause> of(
            Connection connection, UUID jobId, String jobType, String workerGroup)
            throws SQLException {
        return PauseRows.of(connection, jobId, jobType, workerGroup);
    }

    /**
     * Pauses what the scope means.
     *
     * @param until null: until somebody ends it
     * @throws AlreadyPaused if a pause of that scope lasts
     */
    public Pause open(PauseScope scope, String reason, Instant until, String actor) {
        var now = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        var pause = new Pause(TimeOrderedId.next(now), scope, reason, actor, now, until);
        database.transaction(
                connection -> {
                    if (!PauseRows.insert(connection, pause)) {
                        throw new AlreadyPaused(
                                PauseRows.sameScope(connection, scope).orElse(pause));
                    }
                    return null;
                });
        events.publish(PauseEvents.paused(pause));
        return pause;
    }

    /**
     * Ends a pause; what it has held back is due at once.
     *
     * @throws NotFound if it does not last
     */
    public void end(UUID id) {
        var ended =
                database.transaction(connection -> PauseRows.delete(connection, id))
                        .orElseThrow(() -> new NotFound(NotFound.What.PAUSE, id));
        release(ended);
    }

    /** Ends those whose time is over. */
    void endOver() {
        for (var ended : database.transaction(PauseRows::deleteEnded)) {
            release(ended);
        }
    }

    private void release(Pause ended) {
        events.publish(PauseEvents.ended(ended));
        afterCommit.call(() -> lookAtDue(ended));
    }

    private void lookAtDue(Pause ended) {
        Map<UUID, Instant> due;
        UUID after = new UUID(0, 0);
        do {
            UUID from = after;
            due = database.autocommit(c -> PauseRows.due(c, ended, from, PAGE));
            index.replan(due);
            after = due.keySet().stream().max(Columns.UUID_ORDER).orElse(after);
        } while (due.size() == PAGE);
        index.wakeLeader();
    }
}
