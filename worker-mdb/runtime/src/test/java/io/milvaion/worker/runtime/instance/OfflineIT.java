package io.milvaion.worker.runtime.instance;

import static io.milvaion.worker.runtime.instance.JobDefinitionBuilder.aJob;
import static io.milvaion.worker.runtime.instance.WorkerFixture.job;
import static io.milvaion.worker.runtime.instance.WorkerFixture.message;
import static io.milvaion.worker.runtime.instance.WorkerFixture.settings;
import static io.milvaion.worker.runtime.instance.WorkerFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.ClaimField;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.worker.runtime.TestRedis;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.sdk.JobResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is cut off from the broker, and one that is started again meanwhile. */
@Timeout(90)
class OfflineIT {

    @RegisterExtension static final TestRedis redis = new TestRedis();
    @RegisterExtension static final TestBroker broker = new TestBroker();
    @RegisterExtension final WorkerFixture fixture = new WorkerFixture(redis::port, broker::port);

    private final UUID id = UUID.randomUUID();
    private final String type = "t" + id;
    private final WorkerStatistics statistics = new WorkerStatistics();
    private final List<UUID> executed = new CopyOnWriteArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(1);
    @TempDir Path store;
    private TestProxy proxy;

    @BeforeEach
    void connect() throws Exception {
        fixture.declare(type);
        proxy = fixture.brokerProxy();
    }

    @AfterEach
    void disconnect() throws Exception {
        go.countDown();
    }

    private Worker startWorker(WorkerStatistics counters) {
        return fixture.startWorker(
                proxy.port(),
                settings(4, store),
                counters,
                job(
                        type,
                        4,
                        context -> {
                            executed.add(context.occurrenceId());
                            running.countDown();
                            go.await();
                            for (int i = 1; i <= 3; i++) {
                                context.info("line " + i);
                            }
                            return JobResult.of("ended");
                        }));
    }

    @Test
    void nothingIsWrittenWhileTheBrokerIsThere() throws Exception {
        go.countDown();
        startWorker(statistics);
        var file = store.resolve("reports-1.mv");
        var before = Files.readAllBytes(file);

        for (int i = 0; i < 50; i++) {
            fixture.publish(message(type, UUID.randomUUID(), 1, null));
        }
        soon().until(() -> statistics.reports() == 50);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aRestartedWorkerSendsWhatItCouldNotAndRunsNothingAgain() throws Exception {
        var worker = startWorker(statistics);
        fixture.publish(message(type, id, 1, null));
        running.await();
        proxy.cut();
        soon().until(() -> fixture.ready(type) == 1); // the broker will deliver it again
        go.countDown();
        soon().until(() -> statistics.storedReports() > 0);
        worker.stop(); // does not wait for the broker
        fixture.redis.pool().del(fixture.redis.keys().claim(id)); // nobody remembers the run

        startWorker(new WorkerStatistics());
        soon().until(() -> fixture.redis.pool().keys(fixture.redis.keys().worker("*")).size() == 1);
        assertThat(fixture.reports).isEmpty();
        proxy.mend();

        assertThat(fixture.awaitEnd(id, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
        soon().until(() -> fixture.ready(type) == 0);
        soon().until(() -> ClaimField.DONE.equals(fixture.claimField(id, ClaimField.STATE)));
        assertThat(fixture.lines).hasSize(3);
        assertThat(fixture.arrivals.indexOf("log"))
                .isLessThan(fixture.arrivals.lastIndexOf("report"));
        assertThat(executed).containsExactly(id);
        assertThat(fixture.questions).isEmpty();
    }

    @Test
    void aFullStoreStopsTheWorkerUntilThereIsRoomAndNoReportIsLost() throws Exception {
        var big = "x".repeat(60_000);
        fixture.startWorker(
                fixture.redis,
                WorkerFixture.link(broker.port()),
                WorkerFixture.link(proxy.port()),
                settings(40, store),
                statistics,
                job(
                        type,
                        40,
                        context -> {
                            executed.add(context.occurrenceId());
                            return JobResult.of(big);
                        }));
        proxy.cut();
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) { // 3.6 MB for a store of 1 MiB
            ids.add(UUID.randomUUID());
            fixture.publish(message(type, ids.get(i), 1, null));
        }

        soon().until(() -> statistics.refusing() != null);
        assertThat(statistics.refusing()).contains("full");
        int stopped = executed.size();
        assertThat(stopped).isLessThan(60);
        proxy.mend();

        for (UUID each : ids) {
            assertThat(fixture.awaitEnd(each, 1).result()).hasSize(60_000);
        }
        soon().until(() -> statistics.refusing() == null && statistics.storedReports() == 0);
        assertThat(executed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aWorkerWhoseStoreCannotBeOpenedTakesNoWorkUntilItCan() throws Exception {
        go.countDown();
        var path = store.resolve("store");
        Files.writeString(path, "in the way");
        fixture.startWorker(
                settings(1, path), statistics, job(type, 1, context -> JobResult.of("ran")));
        fixture.publish(message(type, id, 1, null));
        soon().until(() -> statistics.refusing() != null);
        assertThat(fixture.ready(type)).isEqualTo(1);

        Files.delete(path);

        assertThat(fixture.awaitEnd(id, 1).result()).isEqualTo("ran");
        soon().until(() -> statistics.refusing() == null);
    }

    @Test
    void aJobWhoseClaimWasTakenIsToldToStopIfItAsksForThat() throws Exception {
        var definition =
                aJob(
                        type,
                        context -> {
                            running.countDown();
                            go.await();
                            return JobResult.of("went on");
                        });
        fixture.startWorker(
                settings(1, store), statistics, definition.interruptedWhenClaimLost().build());
        fixture.publish(message(type, id, 1, null));
        running.await();

        fixture.redis
                .pool()
                .hset(fixture.redis.keys().claim(id), ClaimField.TOKEN, "somebody else");

        var end = fixture.awaitEnd(id, 1);
        assertThat(end.state()).isEqualTo(OccurrenceState.FAILED);
        assertThat(end.errorType()).isEqualTo("io.milvaion.CLAIM_LOST");
        assertThat(statistics.claimsLost()).isEqualTo(1);
    }

    @Test
    void aJobWhoseClaimWasTakenGoesOnOtherwise() throws Exception {
        startWorker(statistics);
        fixture.publish(message(type, id, 1, null));
        running.await();

        fixture.redis
                .pool()
                .hset(fixture.redis.keys().claim(id), ClaimField.TOKEN, "somebody else");
        soon().until(() -> statistics.claimsLost() == 1);
        go.countDown();

        assertThat(fixture.awaitEnd(id, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
        assertThat(fixture.claimField(id, ClaimField.TOKEN)).isEqualTo("somebody else");
    }
}
