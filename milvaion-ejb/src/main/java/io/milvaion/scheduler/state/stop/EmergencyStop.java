package io.milvaion.scheduler.state.stop;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Stops and resumes the dispatching of the whole cluster, and knows on each node how it stands. */
@ApplicationScoped
public class EmergencyStop {

    private static final String COMPONENT = SystemHealth.DISPATCHING;

    @Inject Database database;
    @Inject LiveEvents events;
    @Inject SystemHealth health;
    @Inject Metrics metrics;

    private volatile boolean stopped;

    /** Whether this node may pop and publish nothing; as PostgreSQL said half a second ago. */
    public boolean isStopped() {
        return stopped;
    }

    /** Reads how it stands. */
    public DispatchState state() {
        return database.autocommit(EmergencyStop::state);
    }

    private static DispatchState state(Connection connection) throws SQLException {
        return DispatchStops.current(connection)
                .map(DispatchState::of)
                .orElse(DispatchState.DISPATCHING);
    }

    private static DispatchState lockedState(Connection connection) throws SQLException {
        DispatchStops.lock(connection);
        return state(connection);
    }

    /**
     * Stops dispatching; a stop that lasts already stays as it is.
     *
     * @param reason for people
     * @param expected how the actor takes it to stand
     */
    public DispatchState stop(String reason, Predicate<DispatchState> expected, String actor) {
        boolean opened =
                database.transaction(
                        connection -> {
                            ChangedMeanwhile.unless(expected, lockedState(connection));
                            return DispatchStops.open(connection, reason, actor);
                        });
        var now = refresh();
        if (opened) {
            events.publish(StopEvents.stopped(reason, actor));
        }
        return now;
    }

    /**
     * Resumes dispatching, if it is stopped.
     *
     * @param reason or null
     * @param expected how the actor takes it to stand
     */
    public DispatchState resume(String reason, Predicate<DispatchState> expected, String actor) {
        boolean ended =
                database.transaction(
                        connection -> {
                            ChangedMeanwhile.unless(expected, lockedState(connection));
                            return DispatchStops.end(connection, reason, actor);
                        });
        var now = refresh();
        if (ended) {
            events.publish(StopEvents.resumed(reason, actor));
        }
        return now;
    }

    /**
     * Reads stops, new ones first.
     *
     * @param after the last one of the page before, or null
     */
    public List<DispatchStop> history(UUID after, int limit) {
        return database.autocommit(connection -> DispatchStops.list(connection, after, limit));
    }

    /** Makes this node obey what PostgreSQL says. */
    DispatchState refresh() {
        var now = state();
        stopped = now.stopped();
        metrics.dispatchingStopped(now.stopped());
        if (now.stopped()) {
            health.report(
                    COMPONENT,
                    SystemHealth.Status.DEGRADED,
                    "stopped by %s since %s: %s"
                            .formatted(now.stoppedBy(), now.stoppedAt(), now.reason()));
        } else {
            health.report(COMPONENT, SystemHealth.Status.UP, "");
        }
        return now;
    }
}
