package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.BrokerNames;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.WorkerSettings;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.job.JobDataReader;
import io.milvaion.worker.runtime.job.JobDefinition;
import io.milvaion.worker.runtime.job.StopReason;
import io.milvaion.worker.runtime.store.LocalStore;
import io.milvaion.worker.runtime.verify.Doubts;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.RedisClient;

/** One worker instance: takes job messages from the broker, runs their jobs and reports. */
public final class Worker {

    private static final System.Logger LOG = System.getLogger(Worker.class.getName());
    private static final long LAST_REPORTS_MILLIS = 5_000;
    private static final long LAST_STEP_MILLIS = 2_000;

    private final WorkerSettings settings;
    private final WorkerIdentity identity;
    private final ThreadFactory threads;
    private final Runs runs = new Runs();
    private final Pause pause = new Pause();
    private final RedisClient ownRedis; // nobody else keeps its two connections busy
    private final RunExecutor executor;
    private final SignsOfLife signs;
    private final WorkLoop loop;
    private final ReportLoop reports;
    private final RunWatch watch;
    private final Renewal renewal;
    private final CancellationListener cancellations;
    private final Doubts doubts;
    private final LocalStore store;
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
        this.settings = settings;
        this.threads = threads;
        identity = WorkerIdentity.create(settings.group());
        var redis = connections.redis();
        var clock = new RedisClock();
        var inbox = new Inbox();
        var outbox = new Outbox(settings.maxWaitingReports(), statistics);
        int lease = settings.claimLeaseSeconds();
        int parallel = settings.maxParallelJobs();
        statistics.showSlots(parallel);

        store = new LocalStore(settings.localStorePath(), settings.localStoreBytes(), statistics);
        var refusal = new Refusal(outbox, store, statistics);
        var strangers = new Strangers(store);
        var slots = new Slots(parallel);
        var lanes =
                jobs.stream()
                        .map(job -> new Lane(job, slots.ofType(job.maxParallelJobs())))
                        .toList();
        var calls =
                new PendingCalls(new Claims(redis.pool(), redis.keys(), identity, lease, clock));
        var settlement = new Settlement(runs, strangers, calls, settings.earlyAckSeconds());
        executor =
                new RunExecutor(
                        parallel,
                        threads,
                        statistics,
                        outbox,
                        clock,
                        run -> inbox.post(() -> settlement.ended(run)));
        doubts = new Doubts(connections.publishing(), identity.instanceId());
        var intake =
                new Intake(
                        lanes,
                        runs,
                        strangers,
                        calls,
                        executor,
                        refusal,
                        doubts,
                        inbox,
                        statistics);
        var deliveries = new Deliveries(inbox, intake, dataReader, clock, outbox, statistics);
        for (Lane lane : lanes) {
            for (String queue : queuesOf(lane.definition())) {
                lane.queues()
                        .add(
                                new JobQueue(
                                        queue,
                                        connections.consuming(),
                                        channel -> deliveries.callback(lane, channel)));
            }
        }
        loop = new WorkLoop(inbox, lanes, runs, intake, settlement, calls, refusal, store, pause);
        signs = new SignsOfLife(identity, settings, jobs, statistics, clock);
        reports =
                new ReportLoop(
                        outbox,
                        store,
                        connections.publishing(),
                        new BatchMessages(identity),
                        signs,
                        statistics,
                        confirmed -> inbox.post(() -> settlement.confirmed(confirmed)),
                        pause);

        ownRedis = redis.dedicated();
        watch = new RunWatch(runs, outbox, clock, settings.abandonAfterSeconds(), statistics);
        renewal =
                new Renewal(
                        runs,
                        new Claims(ownRedis, redis.keys(), identity, lease, clock),
                        ownRedis,
                        redis.keys(),
                        identity,
                        lease,
                        statistics);
        cancellations =
                new CancellationListener(ownRedis, redis.keys().cancellationChannel(), runs, pause);
    }

    private List<String> queuesOf(JobDefinition job) {
        var type = job.type().name();
        var anybody = BrokerNames.jobQueue(null, type);
        return settings.group() == null
                ? List.of(anybody)
                : List.of(anybody, BrokerNames.jobQueue(settings.group(), type));
    }

    public WorkerIdentity identity() {
        return identity;
    }

    /** Begins to take work. Redis and the broker need not be there yet. Call it once. */
    public void start() {
        store.lookAfter(); // before any message, which may be about an attempt that it knows
        run(new RepeatedLoop(renewal, settings.heartbeatSeconds() * 1_000L, pause));
        run(new RepeatedLoop(watch, RunWatch.PERIOD_MILLIS, pause));
        run(reports);
        run(loop);
        run(cancellations);
        run(doubts);
        LOG.log(Level.INFO, "worker {0} has started", identity.instanceId());
    }

    private void run(Runnable loopBody) {
        var thread = threads.newThread(loopBody);
        loops.add(thread);
        thread.start();
    }

    /**
     * Takes no new work, gives back what has not started, lets running jobs end until the deadline
     * and interrupts them then; waits until their reports are with the broker, 5 s at most.
     */
    public void stop() {
        signs.stopping();
        loop.quiet();
        try {
            if (!loop.awaitDrained(settings.stopSeconds() * 1_000L)) {
                runs.all().forEach(run -> run.job().stop(StopReason.WORKER_STOPPED));
                if (!loop.awaitDrained(LAST_REPORTS_MILLIS)) {
                    LOG.log(
                            Level.WARNING,
                            "{0} runs did not end or could not be reported in time",
                            runs.all().size());
                }
            }
            pause.end();
            cancellations.close();
            doubts.close();
            for (Thread thread : loops) {
                thread.join(LAST_STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            pause.end();
            Thread.currentThread().interrupt();
        }
        renewal.farewell();
        executor.close();
        store.close();
        ownRedis.close();
        LOG.log(Level.INFO, "worker {0} has stopped", identity.instanceId());
    }
}
