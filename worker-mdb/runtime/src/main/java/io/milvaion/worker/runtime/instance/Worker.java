package io.milvaion.worker.runtime.instance;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Task;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.attempt.AttemptExecutor;
import io.milvaion.worker.runtime.attempt.AttemptWatch;
import io.milvaion.worker.runtime.attempt.HeldAttempts;
import io.milvaion.worker.runtime.claim.CancellationListener;
import io.milvaion.worker.runtime.claim.Claims;
import io.milvaion.worker.runtime.claim.Renewal;
import io.milvaion.worker.runtime.delivery.SharedParts;
import io.milvaion.worker.runtime.delivery.WorkLoop;
import io.milvaion.worker.runtime.drain.DrainOrders;
import io.milvaion.worker.runtime.job.JobDataReader;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.job.StopReason;
import io.milvaion.worker.runtime.report.Outbox;
import io.milvaion.worker.runtime.report.ReportLoop;
import io.milvaion.worker.runtime.report.SignsOfLife;
import io.milvaion.worker.runtime.store.LocalStore;
import io.milvaion.worker.runtime.verify.Doubts;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.UnifiedJedis;

/** One worker instance: takes job messages from the broker, runs their jobs and reports. */
public final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final long LAST_REPORTS_MILLIS = 5_000;
    private static final long LAST_STEP_MILLIS = 2_000;

    private final WorkerContext context;
    private final ThreadFactory threads;
    private final LocalStore store;
    private final HeldAttempts held = new HeldAttempts();
    private final AttemptExecutor executor;
    private final AttemptWatch watch;
    private final UnifiedJedis ownRedis; // nobody else keeps its two connections busy
    private final Renewal renewal;
    private final CancellationListener cancellations;
    private final DrainOrders drains;
    private final Doubts doubts;
    private final WorkLoop work;
    private final SignsOfLife signs;
    private final ReportLoop reports;
    private final List<Loop> periodic = new ArrayList<>(); // written by start only
    private final List<Thread> loops = new ArrayList<>(); // written by start only

    /**
     * @param jobs with different types
     * @param threads makes all threads, those of the jobs too
     */
    public Worker(
            WorkerSettings settings,
            List<JobDefinition> jobs,
            WorkerConnections connections,
            JobDataReader dataReader,
            WorkerStatistics statistics,
            ThreadFactory threads) {
        this.threads = threads;
        context = WorkerContext.create(settings, statistics);
        var redis = connections.redis();
        var keys = redis.keys();
        var publishing = connections.publishing();

        store = new LocalStore(settings.localStorePath(), settings.localStoreBytes(), statistics);
        var outbox = new Outbox(settings.maxWaitingReports(), statistics);

        executor = new AttemptExecutor(context, dataReader, outbox, threads);
        watch = new AttemptWatch(context, held, outbox);

        ownRedis = redis.dedicated();
        renewal = new Renewal(context, held, ownRedis, keys);
        cancellations = new CancellationListener(context, held, ownRedis, keys);

        drains = new DrainOrders(context, redis.pool(), keys);

        doubts = new Doubts(publishing, context.identity().instanceId(), context.signing());
        var shared = new SharedParts(held, executor, outbox, store, doubts);
        var claims = new Claims(context, redis.pool(), keys);
        work =
                WorkLoop.create(
                        context, jobs, connections.consuming(), claims, shared, drains::hold);
        signs = new SignsOfLife(context, jobs, drains::draining);
        reports = new ReportLoop(context, outbox, store, publishing, signs, work::confirmed);
    }

    public WorkerIdentity identity() {
        return context.identity();
    }

    /** Begins to take work. Redis and the broker need not be there yet. Call it once. */
    public void start() {
        store.check(); // before any message, which may be about an attempt that it knows
        var heartbeat = Duration.ofSeconds(context.settings().heartbeatSeconds());
        repeat("claim renewal", heartbeat, renewal::run);
        repeat("drain orders", DrainOrders.PERIOD, drains::run);
        repeat("attempt watch", AttemptWatch.PERIOD, watch::run);
        run(reports);
        run(work);
        run(cancellations);
        run(doubts);
        LOG.log(Level.INFO, "worker {0} has started", identity().instanceId());
    }

    private void repeat(String name, Duration period, Task task) {
        periodic.add(Loop.every(name, Duration.ZERO, period, task).start(threads));
    }

    private void run(Runnable loop) {
        var thread = threads.newThread(loop);
        loops.add(thread);
        thread.start();
    }

    /**
     * Takes no new work, gives back what has not started, lets running jobs end until the deadline
     * and interrupts them then; waits until their reports are with the broker, 5 s at most.
     */
    public void stop() {
        signs.stopping();
        work.drain();
        try {
            endAttempts();
            endLoops();
        } catch (InterruptedException e) {
            tellLoops();
            Thread.currentThread().interrupt();
        }
        renewal.showStopped();
        executor.close();
        store.close();
        ownRedis.close();
        LOG.log(Level.INFO, "worker {0} has stopped", identity().instanceId());
    }

    private void endAttempts() throws InterruptedException {
        if (work.awaitDrained(context.settings().stopSeconds() * 1_000L)) {
            return;
        }
        held.all().forEach(attempt -> attempt.stop(StopReason.WORKER_STOPPED));
        if (!work.awaitDrained(LAST_REPORTS_MILLIS)) {
            LOG.log(
                    Level.WARNING,
                    "{0} runs did not end or could not be reported in time",
                    held.all().size());
        }
    }

    private void endLoops() throws InterruptedException {
        tellLoops();
        cancellations.close();
        doubts.close();
        for (Thread thread : loops) {
            thread.join(LAST_STEP_MILLIS);
        }
        periodic.forEach(loop -> loop.join(Duration.ofMillis(LAST_STEP_MILLIS)));
    }

    private void tellLoops() {
        context.shutdown().begin();
        periodic.forEach(Loop::quit);
    }
}
