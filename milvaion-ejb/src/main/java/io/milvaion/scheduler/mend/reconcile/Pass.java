package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.Released;
import io.milvaion.scheduler.state.publish.RunPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One look at all states, in one term. Belongs to one thread. */
final class Pass {

    private static final System.Logger LOG = System.getLogger(Pass.class.getName());

    /** What goes with every pass. */
    record Context(
            Database database,
            RunIndex index,
            RedisClock clock,
            RunPublisher publisher,
            LiveEvents events,
            Metrics metrics) {}

    /** What a transaction has repaired, and what is done after its commit. */
    static final class Repaired {
        private final List<NewRepair> made = new ArrayList<>();
        private final List<UUID> released = new ArrayList<>();
        private final Map<AttemptKey, Instant> due = new HashMap<>();
        private final List<UUID> open = new ArrayList<>();
        private final List<UUID> ended = new ArrayList<>();
        private List<OutgoingRun> toPublish = List.of();

        void add(NewRepair one) {
            made.add(one);
        }

        /** Runs that are READY now: registered before the commit, published after it. */
        void release(Collection<UUID> runs) {
            released.addAll(runs);
        }

        /** Runs that the leader is to look at: registered before the commit. */
        void register(AttemptKey run, Instant at) {
            due.put(run, at);
        }

        /** Runs that Redis is to know as open: entered before the commit. */
        void open(UUID run) {
            open.add(run);
        }

        void end(Collection<UUID> runs) {
            ended.addAll(runs);
        }
    }

    /** Repairs in an open transaction of the term; may be run again. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection, Repaired repaired) throws SQLException;
    }

    private final Context context;
    private final TermFence fence;
    private int repaired;

    Pass(Context context, TermFence fence) {
        this.context = context;
        this.fence = fence;
    }

    Database database() {
        return context.database();
    }

    RunIndex index() {
        return context.index();
    }

    /** The Redis clock. */
    Instant now() {
        return context.clock().now();
    }

    /** How many repairs this pass has made. */
    int repaired() {
        return repaired;
    }

    /**
     * Reads what may be wrong; scans may take longer than other statements.
     *
     * @return what the work returns
     */
    <T> T scan(Database.Work<T> work) {
        return context.database()
                .transaction(
                        connection -> {
                            Sql.of("set local statement_timeout = '5min'").update(connection);
                            return work.on(connection);
                        });
    }

    /**
     * Repairs in one transaction.
     *
     * @throws TermOver if the term is over: nothing was changed
     */
    void repair(Work work) {
        var done =
                context.database()
                        .transaction(
                                connection -> {
                                    fence.check(connection);
                                    var result = new Repaired();
                                    work.on(connection, result);
                                    RepairRows.write(connection, result.made);
                                    context.index().register(result.due);
                                    context.index().opened(result.open, now());
                                    result.toPublish =
                                            Released.register(
                                                    connection, context.index(), result.released);
                                    return result;
                                });
        announce(done);
    }

    private void announce(Repaired done) {
        repaired += done.made.size();
        for (var made : done.made) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "repaired {0}: {1}; {2} (job {3}, occurrence {4})",
                    made.kind().wire(),
                    made.found(),
                    made.done(),
                    made.jobId(),
                    made.occurrenceId());
            context.metrics().repaired(made.kind().wire(), 1);
            context.events().publish(RepairEvents.repaired(made));
        }
        context.publisher().publishAndForget(done.toPublish);
        context.index().closed(done.ended);
    }
}
