package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.RedisProxy;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.index.AfterCommit;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.publish.QueueDepths;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import redis.clients.jedis.exceptions.JedisException;

/** A dispatcher on real servers; its way to Redis can be cut. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here
final class DispatcherScene implements AutoCloseable {

    private static final class Threads implements ManagedThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            return Executors.defaultThreadFactory().newThread(work);
        }

        @Override
        public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
            throw new UnsupportedOperationException();
        }
    }

    final TrackingScene tracking = new TrackingScene();
    final RedisProxy proxy = Services.redisProxy();
    final Dispatcher dispatcher = new Dispatcher();
    private final Redis redis = proxy.redis(tracking.redis.keys());
    private final AfterCommit afterCommit = new AfterCommit();
    private final List<Loop> loops;
    private final Term term =
            new Term(Long.parseLong(tracking.one("select term from leader_terms")));

    DispatcherScene() {
        var clock = new RedisClock();
        var announcements = new Announcements();
        announcements.events = tracking.heard;
        announcements.metrics = new Metrics();
        announcements.clock = clock;
        dispatcher.database = tracking.database;
        dispatcher.index = new RunIndex(redis, afterCommit);
        dispatcher.redis = redis;
        dispatcher.publisher = tracking.published;
        dispatcher.clock = clock;
        dispatcher.depths = new QueueDepths((BrokerLink) null, clock);
        dispatcher.announcements = announcements;
        dispatcher.threads = new Threads();
        limitStarts(Map.of());
        loops = afterCommit.start(Executors.defaultThreadFactory());
    }

    /** From now on jobs of a type start no more planned runs in a second. */
    void limitStarts(Map<String, Integer> perSecond) {
        dispatcher.configure(
                new DispatchSettings(
                        500, Duration.ofSeconds(30), Duration.ofSeconds(60), perSecond),
                new RunLimits(50, 100_000));
    }

    /** A job with a run each second; the first was due some seconds ago. */
    UUID job(int secondsAgo) {
        return job(OverlapPolicy.PARALLEL, null, secondsAgo);
    }

    UUID job(OverlapPolicy policy, Integer maxConcurrent, int secondsAgo) {
        var job = tracking.job(policy, 0, "retry");
        tracking.execute(
                "update jobs set cron_expression = '* * * * * *', max_concurrent = ? where id = ?",
                maxConcurrent,
                job);
        tracking.execute(
                """
                update job_schedule
                   set gated = (select open_limit is not null from jobs where id = job_id)
                 where job_id = ?""",
                job);
        var next = Instant.now().minusSeconds(secondsAgo).truncatedTo(ChronoUnit.SECONDS);
        tracking.execute(
                "update job_schedule set next_run_at = ?, synced_version = 1 where job_id = ?",
                next.atOffset(ZoneOffset.UTC),
                job);
        tracking.index.plan(job, next);
        return job;
    }

    /** One round of the drain. */
    void round() throws InterruptedException {
        try {
            dispatcher.dispatch(term, () -> {});
        } catch (JedisException e) {
            // the drain comes again
        }
    }

    List<String> runs(UUID job) {
        return tracking.list("select id from occurrences where job_id = ? order by id", job);
    }

    @Override
    public void close() {
        dispatcher.stop();
        loops.forEach(loop -> loop.stop(Duration.ofSeconds(2)));
        redis.close();
        proxy.close();
        tracking.close();
    }
}
