package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.job.plan.MovedRun;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.job.plan.ZoneChange;
import io.milvaion.scheduler.job.plan.ZoneLedger;
import io.milvaion.scheduler.job.plan.ZonePlans;
import io.milvaion.scheduler.job.version.VersionRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Plans jobs anew when the rules of their zones have changed, each in a transaction of its own,
 * with a line in its history. Safe to repeat: a zone is noted down after its last job.
 */
@ApplicationScoped
public class Replan {

    private static final System.Logger LOG = System.getLogger(Replan.class.getName());
    private static final int PAGE = 500;

    /** What must hold in each transaction; throws if it does not. */
    @FunctionalInterface
    public interface Condition {
        void check(Connection connection) throws SQLException;
    }

    private Database database;
    private ScheduleSync sync;
    private LiveEvents events;

    protected Replan() {} // for the container's proxy

    @Inject
    public Replan(Database database, ScheduleSync sync, LiveEvents events) {
        this.database = database;
        this.sync = sync;
        this.events = events;
    }

    /**
     * Looks at all zones in use.
     *
     * @return how many jobs run at another instant than was planned
     */
    public int zones(Condition condition) {
        int moved = 0;
        for (var change : database.autocommit(ZoneLedger::changed)) {
            moved += zone(change, condition);
        }
        return moved;
    }

    private int zone(ZoneChange change, Condition condition) {
        int moved = 0;
        UUID after = new UUID(0, 0);
        while (after != null) {
            UUID from = after;
            var page =
                    database.autocommit(
                            connection -> ZonePlans.suspects(connection, change, from, PAGE));
            for (UUID job : page.suspects()) {
                moved += job(job, change, condition).isPresent() ? 1 : 0;
            }
            after = page.last();
        }
        note(change, condition);
        if (moved > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} jobs of {1} run at another instant than was planned",
                    moved,
                    change.zone());
        }
        return moved;
    }

    private Optional<MovedRun> job(UUID id, ZoneChange change, Condition condition) {
        var moved =
                database.transaction(
                        connection -> {
                            condition.check(connection);
                            var run = ZonePlans.move(connection, id, change);
                            if (run.isPresent()) {
                                VersionRows.replanned(connection, run.get());
                            }
                            return run;
                        });
        if (moved.isPresent()) {
            sync.sync(id);
            events.publish(JobEvents.updated(id, moved.get().name()));
        }
        return moved;
    }

    private void note(ZoneChange change, Condition condition) {
        database.transaction(
                connection -> {
                    condition.check(connection);
                    ZoneLedger.planned(connection, change);
                    return null;
                });
    }
}
