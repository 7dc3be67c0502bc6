package io.milvaion.worker.runtime.instance;

import static io.milvaion.worker.runtime.instance.JobDefinitionBuilder.aJob;
import static io.milvaion.worker.runtime.instance.WorkerFixture.endless;
import static io.milvaion.worker.runtime.instance.WorkerFixture.job;
import static io.milvaion.worker.runtime.instance.WorkerFixture.message;
import static io.milvaion.worker.runtime.instance.WorkerFixture.settings;
import static io.milvaion.worker.runtime.instance.WorkerFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.worker.runtime.TestRedis;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.sdk.Job;
import io.milvaion.worker.sdk.JobResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs that misbehave must not hurt the others. */
@Timeout(90)
class BadJobsIT {

    @RegisterExtension static final TestRedis redis = new TestRedis();
    @RegisterExtension static final TestBroker broker = new TestBroker();
    @RegisterExtension final WorkerFixture fixture = new WorkerFixture(redis::port, broker::port);

    private final UUID id = UUID.randomUUID();
    private final String type = "t" + id;
    private final WorkerStatistics statistics = new WorkerStatistics();
    private final AtomicBoolean release = new AtomicBoolean();
    private final CountDownLatch running = new CountDownLatch(1);

    @BeforeEach
    void connect() throws Exception {
        fixture.declare(type);
    }

    @AfterEach
    void disconnect() {
        release.set(true);
    }

    /** Neither interrupts nor questions stop it. */
    private Job deaf() {
        return context -> {
            running.countDown();
            int ignored = 0;
            while (!release.get()) {
                ignored += Thread.interrupted() ? 1 : 0;
                LockSupport.parkNanos(20_000_000);
            }
            return JobResult.of("too late, after %d interrupts".formatted(ignored));
        };
    }

    @Test
    void aCancelledJobThatDoesNotStopIsAbandonedAndKeepsItsSlotUntilItReturns() throws Exception {
        fixture.startWorker(
                settings(1),
                statistics,
                job(
                        type,
                        1,
                        context ->
                                context.attempt() == 1
                                        ? deaf().execute(context)
                                        : JobResult.of("ran")));
        fixture.publish(message(type, id, 1, null));
        running.await();

        fixture.redis.pool().set(fixture.redis.keys().cancel(id), "asked"); // heard at a renewal

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(end.errorType()).isEqualTo("io.milvaion.ABANDONED");
        assertThat(end.error()).contains("abandoned");
        soon().until(() -> fixture.lines.size() == 1);
        assertThat(fixture.lines.get(0).level()).isEqualTo("WARN");
        assertThat(fixture.lines.get(0).message()).contains("abandoned");
        assertThat(end.executing()).isTrue();
        assertThat(statistics.abandoned()).isEqualTo(1);
        soon().until(() -> statistics.refusing() != null);
        assertThat(statistics.refusing()).contains("hold all slots");
        var next = UUID.randomUUID();
        fixture.publish(message(type, next, 2, null));
        soon().until(() -> fixture.ready(type) == 1); // given back: it has no slot

        assertThat(fixture.claimField(id, ClaimField.STATE)).isEqualTo(ClaimField.RUNNING);
        assertThat(ends()).hasSize(1);
        release.set(true);

        assertThat(fixture.awaitEnd(next, 2).result()).isEqualTo("ran");
        assertThat(statistics.abandoned()).isZero();
        soon().until(() -> ends().size() == 2);
        var returned = ends().get(1);
        assertThat(returned.executing()).isNull();
        assertThat(returned.state()).isEqualTo(end.state());
        assertThat(returned.errorType()).isEqualTo(end.errorType());
        assertThat(returned.durationMs()).isGreaterThan(end.durationMs());
        soon().until(() -> ClaimField.DONE.equals(fixture.claimField(id, ClaimField.STATE)));
        assertThat(statistics.refusing()).isNull();
        assertThat(fixture.reports.stream().filter(r -> r.occurrenceId().equals(id)))
                .noneMatch(report -> report.result() != null);
    }

    @Test
    void anAbandonedJobKeepsItsClaimAliveAndItsWorkerMayStopWithoutIt() throws Exception {
        var worker =
                fixture.startWorker(
                        settings(1), statistics, aJob(type, deaf()).timeoutSeconds(1).build());
        fixture.publish(message(type, id, 1, null));
        assertThat(fixture.awaitEnd(id, 1).executing()).isTrue();

        var lease = fixture.claimField(id, ClaimField.LEASE);
        soon().until(() -> !lease.equals(fixture.claimField(id, ClaimField.LEASE)));
        long start = System.nanoTime();
        worker.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(fixture.claimField(id, ClaimField.STATE)).isEqualTo(ClaimField.RUNNING);
        assertThat(ends()).hasSize(1);
        release.set(true);
    }

    /** What was reported of the end of the run. */
    private List<StatusMessage.Report> ends() {
        return fixture.reports.stream()
                .filter(report -> report.occurrenceId().equals(id))
                .filter(report -> report.state().isFinal())
                .toList();
    }

    @Test
    void aJobThatTakesTooLongAndDoesNotStopHasTimedOut() throws Exception {
        fixture.startWorker(settings(1), statistics, aJob(type, deaf()).timeoutSeconds(1).build());

        fixture.publish(message(type, id, 1, null));

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.TIMED_OUT);
        assertThat(end.errorType()).isEqualTo("io.milvaion.ABANDONED");
    }

    @Test
    void errorsEndlessLoopsAndFloodsOfLogLinesHurtNoOtherJob() throws Exception {
        fixture.declare(type + "x");
        Map<Integer, Job> bad = new HashMap<>();
        bad.put(1, context -> deep(0));
        bad.put(
                2,
                context -> {
                    throw new OutOfMemoryError("as if");
                });
        bad.put(3, deaf());
        bad.put(
                4,
                context -> {
                    var line = "x".repeat(10_000);
                    for (int i = 0; i < 10_000; i++) { // 100 MB
                        context.info(line);
                    }
                    return JobResult.of("logged");
                });
        fixture.startWorker(
                settings(8),
                statistics,
                job(type, 4, context -> bad.get(context.attempt()).execute(context)),
                job(type + "x", 4, context -> JobResult.of("good")));
        for (int attempt = 1; attempt <= 4; attempt++) {
            fixture.publish(message(type, id, attempt, null));
        }
        running.await();
        List<UUID> good = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            good.add(UUID.randomUUID());
            fixture.publish(message(type + "x", good.get(i), 1, null));
        }

        for (UUID each : good) {
            assertThat(fixture.awaitEnd(each, 1).durationMs()).isLessThan(2_000);
        }
        assertThat(fixture.awaitEnd(id, 1).errorType()).isEqualTo("java.lang.StackOverflowError");
        assertThat(fixture.awaitEnd(id, 2).errorType()).isEqualTo("java.lang.OutOfMemoryError");
        assertThat(fixture.awaitEnd(id, 4).result()).isEqualTo("logged");
        assertThat(fixture.lines.stream().mapToInt(line -> line.message().length()).sum())
                .isLessThan(2 << 20);
    }

    private static JobResult deep(int depth) {
        return depth < 0 ? JobResult.empty() : deep(depth + 1);
    }

    @Test
    void neitherATypeNorTheWorkerRunsMoreAtOnceThanItMay() throws Exception {
        fixture.declare(type + "x");
        var now = new ConcurrentHashMap<String, AtomicInteger>();
        var most = new ConcurrentHashMap<String, Integer>();
        class Counting {
            Job job(String name) {
                return context -> {
                    for (String counted : List.of(name, "all")) {
                        most.merge(counted, count(counted).incrementAndGet(), Math::max);
                    }
                    TimeUnit.MILLISECONDS.sleep(5);
                    for (String counted : List.of(name, "all")) {
                        count(counted).decrementAndGet();
                    }
                    return JobResult.empty();
                };
            }

            private AtomicInteger count(String name) {
                return now.computeIfAbsent(name, unused -> new AtomicInteger());
            }
        }
        var counting = new Counting();
        fixture.startWorker(
                settings(4),
                statistics,
                job(type, 2, counting.job("narrow")),
                job(type + "x", 4, counting.job("wide")));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add(UUID.randomUUID());
            fixture.publish(message(i % 2 == 0 ? type : type + "x", ids.get(i), 1, null));
        }

        ids.forEach(each -> fixture.awaitEnd(each, 1));

        assertThat(most).containsEntry("narrow", 2).containsEntry("all", 4);
    }

    @Test
    void aCancellationIsHeardAlsoWhenRedisWasAwayAtThatMoment() throws Exception {
        try (var proxy = new TestProxy(redis.port())) {
            fixture.startWorker(
                    fixture.redisThrough(proxy.port()),
                    WorkerFixture.link(broker.port()),
                    WorkerFixture.link(broker.port()),
                    settings(1),
                    statistics,
                    job(type, 1, endless(running)));
            fixture.publish(message(type, id, 1, null));
            running.await();
            proxy.cut();
            fixture.redis.pool().set(fixture.redis.keys().cancel(id), "asked");
            fixture.redis.pool().publish(fixture.redis.keys().cancellationChannel(), id.toString());

            proxy.mend();

            soon().until(() -> statistics.cancelled() == 1);
            fixture.awaitEnd(id, 1);
        }
    }
}
