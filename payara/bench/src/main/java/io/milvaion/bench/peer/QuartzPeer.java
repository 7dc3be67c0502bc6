package io.milvaion.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz with its clustered JDBC store. A run is recorded when its trigger and its fired trigger
 * are gone: it keeps no history.
 *
 * <p>One durable job, and a trigger with data for each run, which is cheaper for Quartz than a job
 * for each. It acquires as many triggers at once as it has threads, within its lock, as that
 * requires; the threshold is such that no late run is a misfire, which would cost more.
 */
final class QuartzPeer implements Peer {

    private static final String POOL = "bench";
    private static final String RUN = "run";
    private static final int CHUNK = 1_000;
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    /** Does nothing but say that it has started. Public, because Quartz makes its objects. */
    public static final class Noop implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            Starts.record(context.getMergedJobDataMap().getIntValue(RUN));
        }
    }

    /** Lends Quartz the pool that all peers have. */
    private record Pool(DataSource source) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return source.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }

    private final HikariDataSource pool;
    private final int threads;
    private final JobDetail job =
            JobBuilder.newJob(Noop.class).withIdentity("noop").storeDurably().build();
    private Scheduler scheduler;

    QuartzPeer(HikariDataSource pool, int threads) {
        this.pool = pool;
        this.threads = threads;
    }

    @Override
    public void start() throws SQLException, IOException, SchedulerException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var script = Scheduler.class.getResourceAsStream(TABLES)) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        DBConnectionManager.getInstance().addConnectionProvider(POOL, new Pool(pool));
        scheduler = new StdSchedulerFactory(settings()).getScheduler();
        scheduler.addJob(job, true);
        scheduler.start();
    }

    private Properties settings() {
        var settings = new Properties();
        Map.ofEntries(
                        Map.entry("scheduler.instanceName", "bench"),
                        Map.entry("scheduler.instanceId", "AUTO"),
                        Map.entry(
                                "scheduler.batchTriggerAcquisitionMaxCount",
                                Integer.toString(threads)),
                        Map.entry("threadPool.threadCount", Integer.toString(threads)),
                        Map.entry("jobStore.class", JobStoreTX.class.getName()),
                        Map.entry(
                                "jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName()),
                        Map.entry("jobStore.dataSource", POOL),
                        Map.entry("jobStore.isClustered", "true"),
                        Map.entry("jobStore.useProperties", "true"),
                        Map.entry("jobStore.acquireTriggersWithinLock", "true"),
                        Map.entry("jobStore.misfireThreshold", "3600000"))
                .forEach((name, value) -> settings.setProperty("org.quartz." + name, value));
        return settings;
    }

    @Override
    public void plan(List<Instant> due) throws SchedulerException {
        for (int from = 0; from < due.size(); from += CHUNK) {
            Set<Trigger> triggers = new HashSet<>();
            for (int i = from; i < Math.min(due.size(), from + CHUNK); i++) {
                triggers.add(trigger(i, due.get(i)));
            }
            scheduler.scheduleJobs(Map.of(job, triggers), true);
        }
    }

    @Override
    public void trigger(int run) throws SchedulerException {
        scheduler.scheduleJob(trigger(run, Instant.now()));
    }

    private Trigger trigger(int run, Instant due) {
        return TriggerBuilder.newTrigger()
                .withIdentity(Integer.toString(run))
                .forJob(job)
                .usingJobData(RUN, Integer.toString(run))
                .startAt(Date.from(due))
                .build();
    }

    @Override
    public boolean hasUnrecorded() throws SQLException {
        return Rows.exist(pool, "select from qrtz_triggers", "select from qrtz_fired_triggers");
    }

    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not stop", e);
        }
    }
}
