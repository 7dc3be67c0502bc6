package io.milvaion.worker.runtime.instance;

import static io.milvaion.worker.runtime.WorkerSettingsBuilder.someSettings;
import static io.milvaion.worker.runtime.instance.WorkerFixture.emptyDirectory;
import static io.milvaion.worker.runtime.instance.WorkerFixture.job;
import static io.milvaion.worker.runtime.instance.WorkerFixture.message;
import static io.milvaion.worker.runtime.instance.WorkerFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.DrainField;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.json.WireJson;
import io.milvaion.worker.runtime.TestRedis;
import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.sdk.JobResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders to take no new runs reach a worker. */
@Timeout(60)
class DrainIT {

    private static final Duration A_WHILE = Duration.ofSeconds(2);

    @RegisterExtension static final TestRedis redis = new TestRedis();
    @RegisterExtension static final TestBroker broker = new TestBroker();
    @RegisterExtension final WorkerFixture fixture = new WorkerFixture(redis::port, broker::port);

    private final UUID id = UUID.randomUUID();
    private final UUID next = UUID.randomUUID();
    private final String type = "t" + id;
    private final String group = "g" + id;
    private final WorkerStatistics statistics = new WorkerStatistics();

    @Test
    void whatRunsEndsAndNothingElseBeginsUntilItIsResumed() throws Exception {
        fixture.declare(type);
        var running = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var worker =
                fixture.startWorker(
                        someSettings(emptyDirectory()).group(group).parallel(2).build(),
                        statistics,
                        job(
                                type,
                                2,
                                context -> {
                                    running.countDown();
                                    go.await();
                                    return JobResult.of("whole");
                                }));
        fixture.publish(message(type, id, 1, null));
        running.await();

        order(DrainField.instance(worker.identity().instanceId()), 0);
        soon().until(() -> heartbeats().stream().anyMatch(HeartbeatMessage::draining));
        fixture.publish(message(type, next, 1, null));
        await().during(A_WHILE).until(() -> statistics.claimed() == 1);
        go.countDown();

        assertThat(fixture.awaitEnd(id, 1).result()).isEqualTo("whole");
        await().during(A_WHILE).until(() -> fixture.ready(type) == 1 && statistics.claimed() == 1);
        noOrders();
        assertThat(fixture.awaitEnd(next, 1).state()).isEqualTo(OccurrenceState.COMPLETED);
    }

    @Test
    void anInstanceOfADrainedGroupThatStartsLaterTakesNothing() throws Exception {
        fixture.declare(type);
        order(DrainField.group(group), 0);
        fixture.publish(message(type, id, 1, null));

        start(group);
        var other = new WorkerStatistics();
        fixture.startWorker(
                someSettings(emptyDirectory()).group("other").build(),
                other,
                job(type, 1, context -> JobResult.empty()));

        fixture.awaitEnd(id, 1);
        assertThat(statistics.claimed()).isZero();
        assertThat(other.completed()).isEqualTo(1);
    }

    @Test
    void anOrderEndsAtItsInstantWithoutTheScheduler() throws Exception {
        fixture.declare(type);
        var until = Instant.now().plusSeconds(4);
        order(DrainField.group(group), until.toEpochMilli());
        fixture.publish(message(type, id, 1, null));

        start(group);

        assertThat(fixture.awaitEnd(id, 1).startedAt()).isAfterOrEqualTo(until.minusMillis(100));
    }

    @Test
    void theLastOrderStandsWhileRedisHasLostThem() throws Exception {
        fixture.declare(type);
        order(DrainField.group(group), 0);
        start(group);
        soon().until(() -> !heartbeats().isEmpty());

        fixture.redis.pool().del(fixture.redis.keys().drains());
        fixture.publish(message(type, id, 1, null));

        await().during(A_WHILE.plusSeconds(1)).until(() -> fixture.ready(type) == 1);
        noOrders();
        fixture.awaitEnd(id, 1);
    }

    @Test
    void heartbeatsSayWhetherItObeys() throws Exception {
        fixture.declare(type);
        start(group);
        var heard = new CopyOnWriteArrayList<Boolean>();
        soon().until(() -> heardOf(heard).contains(false));

        order(DrainField.group(group), 0);
        soon().until(() -> heardOf(heard).contains(true));
        noOrders();

        soon().until(() -> !heardOf(heard).get(heard.size() - 1));
        assertThat(heard).doesNotContainNull();
    }

    private void start(String ofGroup) {
        fixture.startWorker(
                someSettings(emptyDirectory()).group(ofGroup).build(),
                statistics,
                job(type, 1, context -> JobResult.empty()));
    }

    private List<Boolean> heardOf(List<Boolean> heard) throws Exception {
        heartbeats().stream().map(HeartbeatMessage::draining).forEach(heard::add);
        return heard;
    }

    /** Those of the group that nobody has read before. */
    private List<HeartbeatMessage> heartbeats() throws Exception {
        var found = new CopyOnWriteArrayList<HeartbeatMessage>();
        for (var message = fixture.heartbeat(); message != null; message = fixture.heartbeat()) {
            var beat = WireJson.read(message.getBody(), HeartbeatMessage.class);
            if (Objects.equals(beat.workerGroup(), group)) {
                found.add(beat);
            }
        }
        return found;
    }

    private void order(String field, long until) {
        var key = fixture.redis.keys().drains();
        fixture.redis.pool().hset(key, field, Long.toString(until));
        fixture.redis.pool().hset(key, DrainField.WRITTEN, "1");
    }

    private void noOrders() {
        var key = fixture.redis.keys().drains();
        fixture.redis.pool().del(key);
        fixture.redis.pool().hset(key, DrainField.WRITTEN, "2");
    }
}
