package io.milvaion.scheduler.run.worker;

import io.milvaion.contract.DrainField;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.index.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Takes workers out of service and back, and forgets those that are gone. */
@ApplicationScoped
public class WorkerDrains {

    private static final LuaScript WRITE = LuaScript.of(WorkerDrains.class, "drains.lua");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String SILENT = "last_seen_at < now() - interval '30 seconds'";

    private Database database;
    private Redis redis;
    private AfterCommit afterCommit;
    private LiveEvents events;

    protected WorkerDrains() {} // for the container's proxy

    @Inject
    public WorkerDrains(
            Database database, Redis redis, AfterCommit afterCommit, LiveEvents events) {
        this.database = database;
        this.redis = redis;
        this.afterCommit = afterCommit;
        this.events = events;
    }

    /**
     * Has an instance take no new runs, by another order than before if it had one.
     *
     * @param until null: until somebody ends it
     * @throws NotFound if it is not known
     */
    public void drain(String instanceId, String reason, Instant until, String actor) {
        put(order(instanceId, null, reason, until, actor));
    }

    /** Has the instances of a group take no new runs, those that start later too. */
    public void drainGroup(String workerGroup, String reason, Instant until, String actor) {
        put(order(null, workerGroup, reason, until, actor));
    }

    /**
     * Ends the order that an instance has for itself; that of its group stays.
     *
     * @param reason or null
     * @throws NotFound if it is not known
     */
    public void resume(String instanceId, String reason) {
        database.transaction(
                connection -> {
                    require(connection, instanceId);
                    return DrainRows.delete(connection, instanceId, null, reason);
                });
        tell(instanceId, null);
    }

    /**
     * Ends the order that a group has, if it has one.
     *
     * @param reason or null
     */
    public void resumeGroup(String workerGroup, String reason) {
        database.transaction(connection -> DrainRows.delete(connection, null, workerGroup, reason));
        tell(null, workerGroup);
    }

    /**
     * Takes an instance that is gone from the list.
     *
     * @throws NotFound if it is not known
     * @throws WorkerIsAlive if it is
     */
    public void forget(String instanceId) {
        database.transaction(
                connection -> {
                    require(connection, instanceId);
                    boolean gone =
                            Sql.of("delete from workers where instance_id = :id and " + SILENT)
                                            .with("id", instanceId)
                                            .update(connection)
                                    == 1;
                    if (!gone) {
                        throw new WorkerIsAlive(instanceId);
                    }
                    Audit.record(
                            connection,
                            Deed.of("worker.forget").on("worker", instanceId, instanceId));
                    return DrainRows.delete(connection, instanceId, null, "it is forgotten");
                });
        tell(instanceId, null);
    }

    /** Ends the orders whose time is over, and writes to Redis which ones last. */
    void mirror() {
        database.transaction(DrainRows::deleteEnded)
                .forEach(
                        d -> events.publish(WorkerEvents.changed(d.instanceId(), d.workerGroup())));
        write();
    }

    private static WorkerDrain order(
            String instance, String group, String reason, Instant until, String actor) {
        var now = CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        return new WorkerDrain(TimeOrderedId.next(now), instance, group, reason, actor, now, until);
    }

    private void put(WorkerDrain order) {
        database.transaction(
                connection -> {
                    if (order.instanceId() != null) {
                        require(connection, order.instanceId());
                    }
                    DrainRows.put(connection, order);
                    return null;
                });
        tell(order.instanceId(), order.workerGroup());
    }

    private static void require(Connection connection, String instanceId) throws SQLException {
        boolean known =
                Sql.of("select 1 from workers where instance_id = :id for update")
                        .with("id", instanceId)
                        .found(connection);
        if (!known) {
            throw NotFound.worker(instanceId);
        }
    }

    private void tell(String instanceId, String workerGroup) {
        afterCommit.call(this::write);
        events.publish(WorkerEvents.changed(instanceId, workerGroup));
    }

    private void write() {
        var lasting = database.autocommit(DrainRows::read);
        var args =
                new ArrayList<>(List.of(DrainField.WRITTEN, Long.toString(lasting.readMicros())));
        for (var drain : lasting.drains()) {
            args.add(
                    drain.instanceId() == null
                            ? DrainField.group(drain.workerGroup())
                            : DrainField.instance(drain.instanceId()));
            args.add(Long.toString(drain.until() == null ? 0 : drain.until().toEpochMilli()));
        }
        WRITE.call(redis.pool(), List.of(redis.keys().drains()), args);
    }
}
