package io.milvaion.scheduler.see.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.flow.RunQueue;
import io.milvaion.scheduler.state.index.WholeIndex;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRunCountsIT {

    private static final RunQueue NOOPS = new RunQueue("noop", null);

    private final Instant hourAgo =
            Instant.ofEpochSecond(Instant.now().getEpochSecond()).minusSeconds(3_600);

    private TrackingScene scene;
    private WholeIndex whole;
    private OpenRunCounts counts;

    @BeforeEach
    void open() {
        scene = new TrackingScene(Services.ownDatabase());
        whole = new WholeIndex(scene.redis);
        counts = new OpenRunCounts(scene.database, whole, scene.index);
        scene.redis.pool().set(scene.redis.keys().generation(), "this");
        whole.rebuilt("this");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void runsAreCountedByWhatTheyWaitFor() {
        var job = scene.job(3, "retry");
        var oldest = scene.run(job, Stage.READY);
        scene.run(job, Stage.READY);
        scene.run(job, Stage.HELD);
        scene.run(job, Stage.BACKOFF);
        var pinned = scene.run(job, Stage.READY);
        scene.ended(scene.run(job, Stage.READY), 1, OccurrenceState.COMPLETED);
        scene.execute("update occurrences set worker_group = 'fast' where id = ?", pinned);
        scene.execute(
                "update occurrences set created_at = to_timestamp(?) where id = ?",
                hourAgo.getEpochSecond(),
                oldest);

        var counted = counts.count();

        assertThat(counted.whole()).isTrue();
        assertThat(counted.byQueue().get(NOOPS))
                .isEqualTo(new OpenRunsOfQueue(2, 0, 1, 1, hourAgo));
        assertThat(counted.byQueue().get(new RunQueue("noop", "fast")).waiting()).isEqualTo(1);
        assertThat(counted.byQueue()).hasSize(2);
    }

    @Test
    void amongThousandsTheOldestAreFoundAndNoneAreCounted() {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.execute(
                "update occurrences set published_at = to_timestamp(?) where id = ?",
                hourAgo.getEpochSecond(),
                run);
        var others = IntStream.range(0, 5_001).mapToObj(i -> UUID.randomUUID()).toList();
        scene.index.opened(others, Instant.now().plusSeconds(60));

        var counted = counts.count();

        assertThat(counted.whole()).isFalse();
        assertThat(counted.byQueue().get(NOOPS).oldestWaitingSince()).isEqualTo(hourAgo);
    }

    @Test
    void nothingIsKnownWhileTheIndexIsLostAndNothingIsOpen() {
        whole.lost();

        assertThat(counts.count().whole()).isFalse();
    }
}
