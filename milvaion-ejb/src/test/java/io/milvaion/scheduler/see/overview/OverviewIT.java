package io.milvaion.scheduler.see.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.index.WholeIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverviewIT {

    private final Instant now = Instant.ofEpochMilli(Instant.now().toEpochMilli());

    private TrackingScene scene;
    private WholeIndex index;
    private JobCounts counts;
    private Overview overview;

    @BeforeEach
    void open() {
        scene = new TrackingScene(Services.ownDatabase());
        index = new WholeIndex(scene.redis);
        counts = new JobCounts(scene.database);
        overview = new Overview(scene.database, index, counts);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void nextRunsAreThoseThatRedisNamesAsPostgresqlHasThem() {
        whole();
        planned(300);
        var second = planned(200);
        var first = planned(100);
        var stopped = scene.job(0, "retry");
        scene.index.replan(Map.of(stopped, now));

        assertThat(overview.nextRuns(3, Reach.EVERYTHING))
                .extracting(Overview.Planned::jobId)
                .containsExactly(first, second);
        assertThat(overview.nextRuns(3, Reach.EVERYTHING).get(0).nextRunAt())
                .isEqualTo(now.plusSeconds(100));
    }

    @Test
    void aJobThatIsBeingDispatchedIsNext() {
        whole();
        var due = planned(-1);
        var later = planned(100);

        var batch = scene.index.pop(now.plusSeconds(60), 10, Duration.ofSeconds(30), 0);

        assertThat(batch.jobs()).containsExactly(due);
        assertThat(overview.nextRuns(20, Reach.EVERYTHING))
                .extracting(Overview.Planned::jobId)
                .containsExactly(due, later);
        assertThat(overview.nextRuns(1, Reach.EVERYTHING))
                .extracting(Overview.Planned::jobId)
                .containsExactly(due);
    }

    @Test
    void nextRunsAreFoundWithoutRedisUntilItsIndexIsWhole() {
        var later = planned(200);
        var first = planned(100);
        scene.redis.pool().del(scene.redis.keys().schedule());
        var both = List.of(first, later);

        assertThat(nextJobs()).as("before the first rebuild").isEqualTo(both);
        whole();
        assertThat(nextJobs()).as("rebuilt, and nothing is planned").isEmpty();
        scene.redis.pool().set(scene.redis.keys().generation(), "another");
        assertThat(nextJobs()).as("lost again").isEqualTo(both);
    }

    @Test
    void aNodeThatMissesThreeSignsOfLifeIsNeitherAliveNorLeads() {
        node("leads", "1 second");
        node("follows", "3 seconds");
        node("gone", "5 seconds");
        scene.execute("update leader_terms set node = 'leads'");

        assertThat(overview.nodes(null, 10))
                .extracting(Node::id, Node::alive, Node::leader)
                .containsExactly(
                        tuple("follows", true, false),
                        tuple("gone", false, false),
                        tuple("leads", true, true));
        assertThat(overview.nodes("follows", 1)).extracting(Node::id).containsExactly("gone");
        assertThat(overview.numbers().nodesAlive()).isEqualTo(2);

        scene.execute("update leader_terms set node = 'gone'");
        assertThat(overview.nodes(null, 10)).noneMatch(Node::leader);
    }

    private void node(String id, String silent) {
        scene.execute(
                """
                insert into nodes (id, started_at, last_seen_at)
                values (?, now(), now() - ?::interval)""",
                id,
                silent);
    }

    @Test
    void jobsAreAsManyAsWereLastCounted() {
        assertThat(overview.numbers().jobs()).isZero();
        scene.job(0, "retry");
        var inactive = scene.job(0, "retry");
        var deleted = scene.job(0, "retry");
        scene.execute("update jobs set active = false where id = ?", inactive);
        scene.execute("update jobs set deleted_at = now() where id = ?", deleted);

        assertThat(overview.numbers().jobs()).isZero();
        counts.count();

        assertThat(overview.numbers().jobs()).isEqualTo(2);
        assertThat(overview.numbers().activeJobs()).isEqualTo(1);
    }

    private void whole() {
        scene.redis.pool().set(scene.redis.keys().generation(), "one");
        index.rebuilt("one");
    }

    private List<UUID> nextJobs() {
        return overview.nextRuns(20, Reach.EVERYTHING).stream()
                .map(Overview.Planned::jobId)
                .toList();
    }

    private UUID planned(int inSeconds) {
        var job = scene.job(0, "retry");
        var at = now.plusSeconds(inSeconds);
        scene.execute(
                "update job_schedule set next_run_at = to_timestamp(? / 1000.0) where job_id = ?",
                at.toEpochMilli(),
                job);
        scene.index.replan(Map.of(job, at));
        return job;
    }
}
