package io.milvaion.bench.peer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * db-scheduler. A run is recorded when its row is gone: it keeps no history.
 *
 * <p>Its precision is the polling interval, which costs one query each time; its documentation
 * leaves the value to the user. Of its two ways to poll, fetch has the documented limits of 0.5 and
 * 3 times the threads, lock-and-fetch those of the benchmark in its documentation for 20 threads.
 * Priorities are off, so the index that only they need is not there. Triggers are hinted at with
 * immediate execution.
 */
final class DbSchedulerPeer implements Peer {

    private static final Duration POLLING = Duration.ofMillis(10);

    private static final String TABLES =
            """
            create table scheduled_tasks (
                task_name            text not null,
                task_instance        text not null,
                task_data            bytea,
                execution_time       timestamptz not null,
                picked               boolean not null,
                picked_by            text,
                last_success         timestamptz,
                last_failure         timestamptz,
                consecutive_failures int,
                last_heartbeat       timestamptz,
                version              bigint not null,
                primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)""";

    private final DataSource pool;
    private final OneTimeTask<Void> task =
            Tasks.oneTime("noop")
                    .execute(
                            (instance, context) ->
                                    Starts.record(Integer.parseInt(instance.getId())));
    private final Scheduler scheduler;

    private DbSchedulerPeer(DataSource pool, int threads, UnaryOperator<SchedulerBuilder> polling) {
        this.pool = pool;
        this.scheduler =
                polling.apply(
                                Scheduler.create(pool, task)
                                        .threads(threads)
                                        .pollingInterval(POLLING)
                                        .enableImmediateExecution())
                        .build();
    }

    static DbSchedulerPeer fetching(DataSource pool, int threads) {
        return new DbSchedulerPeer(pool, threads, builder -> builder.pollUsingFetch(0.5, 3));
    }

    static DbSchedulerPeer lockingAndFetching(DataSource pool, int threads) {
        return new DbSchedulerPeer(pool, threads, builder -> builder.pollUsingLockAndFetch(4, 20));
    }

    @Override
    public void start() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        scheduler.start();
    }

    @Override
    public void plan(List<Instant> due) {
        var instances = new ArrayList<SchedulableInstance<?>>(due.size());
        for (int i = 0; i < due.size(); i++) {
            instances.add(SchedulableInstance.of(task.instance(Integer.toString(i)), due.get(i)));
        }
        scheduler.scheduleBatch(instances.stream());
    }

    @Override
    public void trigger(int run) {
        scheduler.schedule(task.instance(Integer.toString(run)), Instant.now());
    }

    @Override
    public boolean hasUnrecorded() throws SQLException {
        return Rows.exist(pool, "select from scheduled_tasks");
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
