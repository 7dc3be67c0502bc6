package io.milvaion.scheduler.state.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.index.WholeIndex;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OccurrenceListsIT {

    private static final OccurrenceState QUEUED = OccurrenceState.QUEUED;

    private TrackingScene scene;
    private WholeIndex index;
    private OccurrenceLists lists;
    private UUID job;
    private UUID oldest;
    private UUID middle;
    private UUID newest;

    @BeforeEach
    void open() {
        scene = new TrackingScene(Services.ownDatabase());
        index = new WholeIndex(scene.redis);
        lists = new OccurrenceLists(scene.database, index);
        job = scene.job(0, "retry");
        oldest = ago(300);
        var ended = ago(200);
        middle = ago(100);
        newest = ago(0);
        scene.ended(ended, 1, OccurrenceState.COMPLETED);
        scene.index.opened(List.of(ended), Instant.now()); // as if it had ended this moment
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void openRunsAreThoseThatRedisKnowsNewOnesFirst() {
        whole();

        assertThat(queued(null, 10)).containsExactly(newest, middle, oldest);
        assertThat(queued(null, 2)).containsExactly(newest, middle);
        assertThat(queued(middle, 2)).containsExactly(oldest);
        assertThat(queued(oldest, 2)).isEmpty();
    }

    @Test
    void openRunsAreFilteredLikeAllOthers() {
        whole();
        scene.run(scene.job(0, "retry"), Stage.READY);
        var now = Instant.now();

        assertThat(ids(filter(QUEUED, job, null, 10))).containsExactly(newest, middle, oldest);
        assertThat(
                        ids(
                                new OccurrenceFilter(
                                        job,
                                        QUEUED,
                                        "noop",
                                        false,
                                        now.minusSeconds(150),
                                        now.minusSeconds(50),
                                        null,
                                        10,
                                        Reach.EVERYTHING)))
                .containsExactly(middle);
        assertThat(ids(filter(OccurrenceState.RUNNING, null, null, 10))).isEmpty();
    }

    @Test
    void manyOpenRunsAreListedToo() {
        whole();
        scene.execute(
                """
                insert into occurrences (id, job_id, job_version, job_type, planned_at, stage,
                                         available_at)
                select lpad(to_hex(n), 32, '0')::uuid, ?, 1, 'noop', now(), 2, now()
                  from generate_series(1, 2500) n""",
                job);
        scene.index.opened(
                scene.list("select id from occurrences where state = 0").stream()
                        .map(UUID::fromString)
                        .toList(),
                Instant.now());

        var all = queued(null, 2_000);

        assertThat(all).hasSize(2_000).doesNotHaveDuplicates().startsWith(newest, middle, oldest);
        assertThat(queued(all.get(1_999), 2_000)).hasSize(503).doesNotContainAnyElementsOf(all);
    }

    @Test
    void aRunThatRedisHasLostIsListedUntilTheIndexIsWholeAgain() {
        whole();
        scene.index.closed(List.of(middle));
        assertThat(queued(null, 10)).doesNotContain(middle);

        scene.redis.pool().set(scene.redis.keys().generation(), "another");

        assertThat(queued(null, 10)).containsExactly(newest, middle, oldest);
        assertThat(queued(newest, 1)).containsExactly(middle);
    }

    @Test
    void otherListsDoNotAskRedis() {
        whole();

        assertThat(lists.list(filter(null, null, null, 10))).hasSize(4);
        assertThat(lists.list(filter(OccurrenceState.COMPLETED, null, null, 10))).hasSize(1);
        assertThat(lists.list(filter(OccurrenceState.FAILED, null, null, 10))).isEmpty();
    }

    private void whole() {
        scene.redis.pool().set(scene.redis.keys().generation(), "one");
        index.rebuilt("one");
    }

    private UUID ago(int seconds) {
        return scene.run(job, Stage.READY, TimeOrderedId.next(Instant.now().minusSeconds(seconds)));
    }

    private List<UUID> queued(UUID after, int limit) {
        return ids(filter(QUEUED, null, after, limit));
    }

    private List<UUID> ids(OccurrenceFilter filter) {
        return lists.list(filter).stream().map(Occurrence::id).toList();
    }

    private static OccurrenceFilter filter(OccurrenceState state, UUID job, UUID after, int limit) {
        return new OccurrenceFilter(
                job, state, null, null, null, null, after, limit, Reach.EVERYTHING);
    }
}
