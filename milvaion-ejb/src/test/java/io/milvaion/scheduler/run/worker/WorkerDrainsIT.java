package io.milvaion.scheduler.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.DrainField;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.index.AfterCommit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerDrainsIT {

    private final TrackingScene scene = new TrackingScene();
    private final String instance = "w-" + UUID.randomUUID();
    private final String group = "g-" + UUID.randomUUID();
    private final WorkerDrains drains =
            new WorkerDrains(scene.database, scene.redis, new AfterCommit(), scene.liveEvents());

    @BeforeEach
    void aWorker() {
        scene.execute(
                """
                insert into workers (instance_id, worker_group, max_parallel_jobs, consumers, started_at,
                                     last_seen_at)
                values (?, ?, 4, '[]', now(), now())""",
                instance,
                group);
    }

    @AfterEach
    void close() {
        drains.resumeGroup(group, null);
        scene.execute("delete from worker_drains where instance_id = ?", instance);
        scene.execute("delete from workers where instance_id = ?", instance);
        scene.close();
    }

    @Test
    void redisHasWhatLastsAtOnce() {
        var until = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        drains.drain(instance, "a move", null, "ada");
        drains.drainGroup(group, "a move", until, "ada");

        assertThat(orders())
                .containsEntry(DrainField.instance(instance), "0")
                .containsEntry(DrainField.group(group), Long.toString(until.toEpochMilli()))
                .containsKey(DrainField.WRITTEN);

        drains.resume(instance, "done");
        assertThat(orders())
                .doesNotContainKey(DrainField.instance(instance))
                .containsKey(DrainField.group(group));
        assertThat(scene.events()).containsOnly("worker.updated").hasSize(3);
    }

    @Test
    void aNewOrderReplacesTheFormerOne() {
        drains.drain(instance, "a move", Instant.now().plusSeconds(60), "ada");
        drains.drain(instance, "a fire", null, "bob");

        assertThat(orders()).containsEntry(DrainField.instance(instance), "0");
        assertThat(
                        scene.list(
                                "select action || ' ' || detail from audit_unsealed where object_id = ? order by id",
                                instance))
                .containsExactly("worker.drain a move", "worker.drain a fire");
    }

    @Test
    void anOrderEndsAtItsInstantAndIsRecorded() {
        drains.drainGroup(group, "a move", Instant.now().plusSeconds(1), "ada");

        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            drains.mirror();
                            return !orders().containsKey(DrainField.group(group));
                        });
        assertThat(
                        scene.list(
                                "select action || ' ' || detail from audit_unsealed where object_id = ? order by id",
                                group))
                .containsExactly("workerGroup.drain a move", "workerGroup.resume its time is over");
    }

    @Test
    void whatRedisHasLostComesBack() {
        drains.drain(instance, "a move", null, "ada");
        scene.redis.pool().del(scene.redis.keys().drains());

        drains.mirror();

        assertThat(orders()).containsEntry(DrainField.instance(instance), "0");
    }

    @Test
    void nothingReplacesWhatWasReadLater() {
        drains.drain(instance, "a move", null, "ada");
        var key = scene.redis.keys().drains();
        long soon = (System.currentTimeMillis() + 5_000) * 1_000;
        scene.redis.pool().hset(key, DrainField.WRITTEN, Long.toString(soon));
        scene.execute("delete from worker_drains where instance_id = ?", instance);

        drains.mirror();
        assertThat(orders()).containsKey(DrainField.instance(instance));

        long muchLater = (System.currentTimeMillis() + 3_600_000) * 1_000; // the clock was set back
        scene.redis.pool().hset(key, DrainField.WRITTEN, Long.toString(muchLater));
        drains.mirror();
        assertThat(orders()).doesNotContainKey(DrainField.instance(instance));
    }

    @Test
    void onlyAWorkerThatIsGoneIsForgotten() {
        drains.drain(instance, "a move", null, "ada");
        assertThatThrownBy(() -> drains.forget(instance)).isInstanceOf(WorkerIsAlive.class);

        scene.execute(
                "update workers set last_seen_at = now() - interval '31 s' where instance_id = ?",
                instance);
        drains.forget(instance);

        assertThat(orders()).doesNotContainKey(DrainField.instance(instance));
        assertThatThrownBy(() -> drains.forget(instance)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> drains.drain(instance, "x", null, "ada"))
                .isInstanceOf(NotFound.class);
    }

    private Map<String, String> orders() {
        return scene.redis.pool().hgetAll(scene.redis.keys().drains());
    }
}
