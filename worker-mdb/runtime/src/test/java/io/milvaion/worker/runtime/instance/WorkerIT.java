package io.milvaion.worker.runtime.instance;

import static io.milvaion.worker.runtime.JobMessageBuilder.aJobMessage;
import static io.milvaion.worker.runtime.instance.WorkerFixture.endless;
import static io.milvaion.worker.runtime.instance.WorkerFixture.job;
import static io.milvaion.worker.runtime.instance.WorkerFixture.message;
import static io.milvaion.worker.runtime.instance.WorkerFixture.settings;
import static io.milvaion.worker.runtime.instance.WorkerFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.ClaimEnd;
import io.milvaion.contract.ClaimField;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.worker.runtime.TestRedis;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.sdk.JobResult;
import io.milvaion.worker.sdk.PermanentJobException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole worker against a real Redis and a real broker. */
@Timeout(60)
class WorkerIT {

    @RegisterExtension static final TestRedis redis = new TestRedis();
    @RegisterExtension static final TestBroker broker = new TestBroker();
    @RegisterExtension final WorkerFixture fixture = new WorkerFixture(redis::port, broker::port);

    private final UUID id = UUID.randomUUID();
    private final String type = "t" + id;
    private final WorkerStatistics statistics = new WorkerStatistics();

    @Test
    void aRunIsReportedWithItsLogsBeforeItsEndAndThenAcknowledged() throws Exception {
        fixture.declare(type);
        fixture.startWorker(
                settings(2),
                statistics,
                job(
                        type,
                        2,
                        context -> {
                            context.info("got " + context.dataText());
                            context.warn("done");
                            return JobResult.of("fine\0");
                        }));

        fixture.publish(message(type, id, 1, "{\"n\":1}"));

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.COMPLETED);
        assertThat(end.result()).isEqualTo("fine\uFFFD");
        assertThat(end.maxRetries()).isEqualTo(2);
        assertThat(end.retryBaseSeconds()).isEqualTo(7);
        assertThat(end.durationMs()).isBetween(0L, 5_000L);
        assertThat(end.endedAt()).isAfterOrEqualTo(end.startedAt());
        assertThat(fixture.reports).hasSize(1); // too short to be seen running
        soon().until(() -> fixture.lines.size() == 2);
        assertThat(fixture.lines)
                .extracting(LogMessage.Line::seq, LogMessage.Line::level, LogMessage.Line::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "INFO", "got {\"n\":1}"),
                        org.assertj.core.groups.Tuple.tuple(2, "WARN", "done"));
        soon().until(() -> ClaimField.DONE.equals(fixture.claimField(id, ClaimField.STATE)));
        assertThat(fixture.claimField(id, ClaimField.END)).isEqualTo(ClaimEnd.of(end));
        assertThat(statistics.running()).isZero();
        assertThat(statistics.completed()).isEqualTo(1);
    }

    @Test
    void nothingIsAcknowledgedBeforeItsReportIsConfirmed() throws Exception {
        fixture.declare(type);
        try (var proxy = new TestProxy(broker.port())) {
            var running = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            fixture.startWorker(
                    proxy.port(),
                    settings(1),
                    statistics,
                    job(
                            type,
                            1,
                            context -> {
                                running.countDown();
                                go.await();
                                return JobResult.empty();
                            }));
            fixture.publish(message(type, id, 1, null));
            running.await();

            proxy.cut();
            soon().until(() -> fixture.ready(type) == 1);
            go.countDown();
            soon().until(() -> statistics.completed() == 1); // its report goes to the disk any time
            assertThat(fixture.claimField(id, ClaimField.STATE)).isEqualTo(ClaimField.RUNNING);
            assertThat(fixture.ready(type)).isEqualTo(1);
            proxy.mend();

            assertThat(fixture.awaitEnd(id, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
            soon().until(() -> fixture.ready(type) == 0);
            soon().until(() -> ClaimField.DONE.equals(fixture.claimField(id, ClaimField.STATE)));
            assertThat(statistics.claimed()).isEqualTo(1); // the second delivery started nothing
            assertThat(statistics.completed()).isEqualTo(1);
        }
    }

    @Test
    void aCopyOfAMessageDoesNotRunAgain() throws Exception {
        fixture.declare(type);
        var runs = new AtomicInteger();
        fixture.startWorker(
                settings(4),
                statistics,
                job(
                        type,
                        4,
                        context -> {
                            runs.incrementAndGet();
                            return JobResult.empty();
                        }));

        for (int i = 0; i < 5; i++) {
            fixture.publish(message(type, id, 1, null));
        }
        fixture.awaitEnd(id, 1);
        var last = UUID.randomUUID();
        fixture.publish(message(type, id, 1, null));
        fixture.publish(message(type, last, 1, null));
        fixture.awaitEnd(last, 1);

        assertThat(runs).hasValue(2);
        soon().until(() -> fixture.ready(type) == 0);
    }

    @Test
    void twoWorkersShareTheWorkAndNothingRunsTwice() throws Exception {
        fixture.declare(type);
        var runs = new AtomicInteger();
        var job =
                job(
                        type,
                        8,
                        context -> {
                            runs.incrementAndGet();
                            return JobResult.empty();
                        });
        fixture.startWorker(settings(8), statistics, job);
        fixture.startWorker(settings(8), new WorkerStatistics(), job);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            var each = UUID.randomUUID();
            ids.add(each);
            fixture.publish(message(type, each, 1, null));
            fixture.publish(message(type, each, 1, null));
        }

        for (UUID each : ids) {
            assertThat(fixture.awaitEnd(each, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
        }

        assertThat(runs).hasValue(500);
        assertThat(statistics.completed()).isBetween(1L, 499L);
    }

    @Test
    void cancellingInterruptsTheJobAtOnce() throws Exception {
        fixture.declare(type);
        var running = new CountDownLatch(1);
        fixture.startWorker(settings(1), statistics, job(type, 1, endless(running)));
        fixture.publish(message(type, id, 1, null));
        running.await();

        fixture.redis.pool().set(fixture.redis.keys().cancel(id), "asked");
        fixture.redis.pool().publish(fixture.redis.keys().cancellationChannel(), id.toString());

        assertThat(fixture.awaitEnd(id, 1).state()).isEqualTo(OccurrenceState.CANCELLED);
    }

    @Test
    void aCancellationThatWasNotHeardIsLearnedFromTheRenewal() throws Exception {
        fixture.declare(type);
        var running = new CountDownLatch(1);
        fixture.startWorker(
                settings(1),
                statistics,
                job(
                        type,
                        1,
                        context -> {
                            running.countDown();
                            while (!context.cancelled()) {
                                Thread.onSpinWait();
                            }
                            return JobResult.of("half");
                        }));
        fixture.publish(message(type, id, 1, null));
        running.await();

        fixture.redis.pool().set(fixture.redis.keys().cancel(id), "asked");

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(end.result()).isEqualTo("half");
        assertThat(fixture.reports.get(0).state()).isEqualTo(OccurrenceState.RUNNING);
    }

    @Test
    void aRunCancelledBeforeItsMessageCameNeverStarts() throws Exception {
        fixture.declare(type);
        fixture.redis.pool().set(fixture.redis.keys().cancel(id), "asked");
        fixture.startWorker(settings(1), statistics, job(type, 1, context -> JobResult.of("ran")));

        fixture.publish(message(type, id, 1, null));

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(end.startedAt()).isNull();
        assertThat(end.result()).isNull();
    }

    @Test
    void anAttemptThatTakesTooLongTimesOut() throws Exception {
        fixture.declare(type);
        fixture.startWorker(
                settings(1),
                statistics,
                job(
                        type,
                        1,
                        context -> {
                            new CountDownLatch(1).await();
                            return JobResult.empty();
                        }));
        fixture.publish(aJobMessage(type, id).attempt(3).timeoutSeconds(1).build());

        var end = fixture.awaitEnd(id, 3);
        assertThat(end.state()).isEqualTo(OccurrenceState.TIMED_OUT);
        assertThat(end.durationMs()).isBetween(1_000L, 5_000L);
    }

    @Test
    void failuresSayWhyAndWhetherARetryCanHelp() throws Exception {
        fixture.declare(type);
        fixture.startWorker(
                settings(2),
                statistics,
                job(
                        type,
                        2,
                        context -> {
                            if (context.attempt() == 1) {
                                throw new IllegalStateException("no luck");
                            }
                            throw new PermanentJobException("never");
                        }));

        fixture.publish(message(type, id, 1, null));
        var first = fixture.awaitEnd(id, 1);
        fixture.publish(message(type, id, 2, null));
        var second = fixture.awaitEnd(id, 2);

        assertThat(first.state()).isEqualTo(OccurrenceState.FAILED);
        assertThat(first.permanent()).isFalse();
        assertThat(first.errorType()).isEqualTo("java.lang.IllegalStateException");
        assertThat(first.error()).contains("no luck").contains("WorkerIT");
        assertThat(second.permanent()).isTrue();
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextMessageRuns() throws Exception {
        fixture.declare(type);
        fixture.startWorker(settings(1), statistics, job(type, 1, context -> JobResult.empty()));

        fixture.publish(type, id, "{\"attempt\":".getBytes(StandardCharsets.UTF_8));
        fixture.publish(type, id, "{\"attempt\":1}".getBytes(StandardCharsets.UTF_8));
        fixture.publish(type, id, WireJson.write(message("other", id, 1, null)));
        fixture.publish(message(type, id, 1, null));

        assertThat(fixture.awaitEnd(id, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
        for (int i = 0; i < 3; i++) {
            var dead = soon().until(() -> fixture.deadLetter(), d -> d != null);
            assertThat(dead.getProps().getHeaders()).containsKey(BrokerNames.REASON_HEADER);
        }
        soon().until(() -> statistics.poison() == 3);
    }

    @Test
    void aQueueThatIsDeclaredLaterIsFound() throws Exception {
        fixture.startWorker(settings(1), statistics, job(type, 1, context -> JobResult.empty()));
        soon().until(() -> fixture.redis.pool().keys(fixture.redis.keys().worker("*")).size() == 1);

        fixture.declare(type);
        fixture.publish(message(type, id, 1, null));

        fixture.awaitEnd(id, 1);
    }

    @Test
    void aQueueThatIsDeletedAndDeclaredAnewIsConsumedAgain() throws Exception {
        fixture.declare(type);
        fixture.startWorker(settings(1), statistics, job(type, 1, context -> JobResult.empty()));
        fixture.publish(message(type, id, 1, null));
        fixture.awaitEnd(id, 1);

        for (int i = 0; i < 2; i++) {
            fixture.deleteQueue(BrokerNames.jobQueue(null, type));
            fixture.declare(type); // before the worker could have missed it
            var next = UUID.randomUUID();
            fixture.publish(message(type, next, 1, null));
            fixture.awaitEnd(next, 1);
        }
    }

    @Test
    void workersOfADeletedQueueGetTheirShareAgain() throws Exception {
        fixture.declare(type);
        var both = new CountDownLatch(2);
        for (var own : List.of(statistics, new WorkerStatistics())) {
            fixture.startWorker(
                    settings(1),
                    own,
                    job(
                            type,
                            1,
                            context -> {
                                both.countDown();
                                both.await();
                                return JobResult.empty();
                            }));
        }
        fixture.deleteQueue(BrokerNames.jobQueue(null, type));
        fixture.declare(type);

        var other = UUID.randomUUID();
        fixture.publish(message(type, id, 1, null));
        fixture.publish(message(type, other, 1, null));

        fixture.awaitEnd(id, 1);
        fixture.awaitEnd(other, 1);
    }

    @Test
    void poisonIsKeptUntilThereIsAQueueOfDeadLetters() throws Exception {
        fixture.declare(type);
        fixture.startWorker(settings(1), statistics, job(type, 1, context -> JobResult.empty()));
        fixture.publish(message(type, id, 1, null));
        fixture.awaitEnd(id, 1);

        fixture.deleteQueue(BrokerNames.DEAD_LETTER_QUEUE);
        fixture.publish(type, id, "{\"attempt\":".getBytes(StandardCharsets.UTF_8));

        try (var link = WorkerFixture.link(broker.port())) {
            soon().ignoreException(IOException.class)
                    .until(
                            () ->
                                    link.openChannel().basicGet(BrokerNames.DEAD_LETTER_QUEUE, true)
                                            != null);
        }
    }

    @Test
    void reportsOutliveARestartOfTheBroker() throws Exception {
        try (var own = TestBroker.start();
                var other = new WorkerFixture(redis::port, own::port)) {
            other.connect();
            other.declare(type);
            var running = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            other.startWorker(
                    settings(1),
                    statistics,
                    job(
                            type,
                            1,
                            context -> {
                                running.countDown();
                                go.await();
                                return JobResult.of(context.occurrenceId().toString());
                            }));
            other.publish(message(type, id, 1, null));
            running.await();

            own.stop();
            go.countDown();
            soon().until(() -> statistics.waitingReports() > 0);
            own.restart();
            other.listen();

            assertThat(other.awaitEnd(id, 1).result()).isEqualTo(id.toString());
            var next = UUID.randomUUID();
            other.declare(type);
            other.publish(message(type, next, 1, null));
            assertThat(other.awaitEnd(next, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
        }
    }

    @Test
    void noMoreRunsAtOnceThanThereAreSlots() throws Exception {
        fixture.declare(type);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        fixture.startWorker(
                settings(3),
                statistics,
                job(
                        type,
                        10,
                        context -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            new CountDownLatch(1)
                                    .await(2, java.util.concurrent.TimeUnit.MILLISECONDS);
                            now.decrementAndGet();
                            return JobResult.empty();
                        }));
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var each = UUID.randomUUID();
            ids.add(each);
            fixture.publish(message(type, each, 1, null));
        }

        ids.forEach(each -> fixture.awaitEnd(each, 1));

        assertThat(most).hasValue(3);
    }

    @Test
    void runsThatCannotStartAreGivenBackAndAnotherWorkerGetsThem() throws Exception {
        fixture.declare(type);
        var go = new CountDownLatch(1);
        var busy = new CountDownLatch(1);
        fixture.startWorker(
                settings(1),
                statistics,
                job(
                        type,
                        1,
                        context -> {
                            busy.countDown();
                            go.await();
                            return JobResult.of("first");
                        }),
                job(type + "x", 1, context -> JobResult.of("first")));
        fixture.publish(message(type, id, 1, null));
        busy.await();
        fixture.declare(type + "x");
        var other = UUID.randomUUID();
        fixture.publish(message(type + "x", other, 1, null));
        soon().until(() -> statistics.returned() > 0 || fixture.ready(type + "x") > 0);

        fixture.startWorker(
                settings(1),
                new WorkerStatistics(),
                job(type + "x", 1, context -> JobResult.of("second")));

        assertThat(fixture.awaitEnd(other, 1).result()).isEqualTo("second");
        go.countDown();
        assertThat(fixture.awaitEnd(id, 1).result()).isEqualTo("first");
    }

    @Test
    void stoppingLetsRunningJobsEndAndReportsThem() throws Exception {
        fixture.declare(type);
        var running = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var worker =
                fixture.startWorker(
                        settings(1),
                        statistics,
                        job(
                                type,
                                1,
                                context -> {
                                    running.countDown();
                                    go.await();
                                    return JobResult.of("ended");
                                }));
        fixture.publish(message(type, id, 1, null));
        running.await();

        var stopping = WorkerFixture.THREADS.newThread(worker::stop);
        stopping.start();
        go.countDown();
        stopping.join();

        assertThat(fixture.awaitEnd(id, 1).result()).isEqualTo("ended");
        assertThat(fixture.claimField(id, ClaimField.STATE)).isEqualTo(ClaimField.DONE);
        assertThat(fixture.ready(type)).isZero();
    }

    @Test
    void aJobThatOutlivesTheStopIsInterruptedAndMayBeRetried() throws Exception {
        fixture.declare(type);
        var running = new CountDownLatch(1);
        var worker = fixture.startWorker(settings(1), statistics, job(type, 1, endless(running)));
        fixture.publish(message(type, id, 1, null));
        running.await();

        worker.stop();

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.FAILED);
        assertThat(end.permanent()).isFalse();
        assertThat(end.error()).contains("worker stopped");
        assertThat(end.errorType()).isEqualTo(StatusMessage.WORKER_STOPPED);
    }
}
