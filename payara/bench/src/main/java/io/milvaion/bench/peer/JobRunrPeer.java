package io.milvaion.bench.peer;

import static org.jobrunr.server.BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.JobBuilder;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;

/**
 * JobRunr. A run is recorded when its job is SUCCEEDED, where it stays for 36 hours by default.
 *
 * <p>It polls every 5 s, the least that it allows with a database, and takes what is due before its
 * next poll, so that runs may start up to 5 s <em>before</em> they are due. Without its dashboard.
 */
final class JobRunrPeer implements Peer {

    private static final int LEAST_POLL_SECONDS = 5;

    private final DataSource pool;
    private final int threads;
    private JobScheduler scheduler;

    JobRunrPeer(DataSource pool, int threads) {
        this.pool = pool;
        this.threads = threads;
    }

    @Override
    public void start() {
        scheduler =
                JobRunr.configure()
                        .useStorageProvider(SqlStorageProviderFactory.using(pool))
                        .useBackgroundJobServer(
                                usingStandardBackgroundJobServerConfiguration()
                                        .andPollIntervalInSeconds(LEAST_POLL_SECONDS)
                                        .andWorkerCount(threads))
                        .initialize()
                        .getJobScheduler();
    }

    @Override
    public void plan(List<Instant> due) {
        scheduler.create(IntStream.range(0, due.size()).mapToObj(i -> job(i, due.get(i))));
    }

    private static JobBuilder job(int run, Instant due) {
        return JobBuilder.aJob().scheduleAt(due).withJobLambda(() -> Starts.record(run));
    }

    @Override
    public void trigger(int run) {
        scheduler.enqueue(() -> Starts.record(run));
    }

    @Override
    public boolean hasUnrecorded() throws SQLException {
        return Rows.exist(
                pool,
                """
                select from jobrunr_jobs
                 where state in ('AWAITING', 'SCHEDULED', 'ENQUEUED', 'PROCESSING', 'FAILED')""");
    }

    @Override
    public void close() {
        JobRunr.destroy();
    }
}
