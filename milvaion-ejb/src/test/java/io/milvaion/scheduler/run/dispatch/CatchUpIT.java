package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scheduler was away for less than the misfire threshold. */
class CatchUpIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DispatcherScene scene = new DispatcherScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aMinuteOfTwentyJobsIsCaughtUpInAFewBatches() {
        var jobs = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            jobs.add(scene.job(55));
        }

        int rounds = roundsUntilAllAreCaughtUp(jobs, 55);

        assertThat(rounds).isLessThan(12);
        for (var job : jobs) {
            assertThat(planned(job)).isSorted().doesNotHaveDuplicates();
            assertThat(gaps(job)).containsOnly("00:00:01");
        }
        var published = scene.tracking.published.runs();
        for (var job : jobs) {
            assertThat(published)
                    .filteredOn(run -> run.jobId().equals(job))
                    .extracting(run -> run.plannedAt())
                    .isSorted();
        }
    }

    @Test
    void noJobWaitsForTheManyInstantsOfAnother() throws Exception {
        var behind = scene.job(55);
        var onTime = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            onTime.add(scene.job(0));
        }

        scene.round();

        assertThat(scene.runs(behind)).hasSizeBetween(2, 56);
        assertThat(onTime).allSatisfy(job -> assertThat(scene.runs(job)).isNotEmpty());
        assertThat(scene.tracking.published.runs()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void aSkipJobOpensOneAndRecordsTheOthers() throws Exception {
        var job = scene.job(OverlapPolicy.SKIP, null, 20);

        scene.round();

        assertThat(scene.runs(job)).hasSize(1);
        assertThat(skips(job)).isEqualTo(Set.of("overlap"));
        assertThat(scene.tracking.list("select sum(count) from skipped_runs where job_id = ?", job))
                .singleElement()
                .satisfies(n -> assertThat(Integer.parseInt(n)).isBetween(19, 21));
    }

    @Test
    void aQueueJobOpensTheOldestAndHoldsTheOthersInOrder() throws Exception {
        var job = scene.job(OverlapPolicy.QUEUE, null, 20);

        scene.round();

        assertThat(
                        scene.tracking.list(
                                """
                                select stage from occurrences
                                 where job_id = ? order by planned_at limit 3""",
                                job))
                .containsExactly("0", "1", "1");
        assertThat(scene.tracking.one("select held_count from job_schedule where job_id = ?", job))
                .isEqualTo(Integer.toString(scene.runs(job).size() - 1));
    }

    @Test
    void aJobWithALimitOpensAsManyAsItMay() throws Exception {
        var job = scene.job(OverlapPolicy.PARALLEL, 3, 20);

        scene.round();

        assertThat(
                        scene.tracking.list(
                                "select id from occurrences where job_id = ? and stage = 0", job))
                .hasSize(3);
        assertThat(scene.tracking.one("select open_count from job_schedule where job_id = ?", job))
                .isEqualTo("3");
    }

    private int roundsUntilAllAreCaughtUp(List<UUID> jobs, int each) {
        var rounds = new int[1];
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> {
                            rounds[0]++;
                            scene.round();
                            return jobs.stream().allMatch(job -> scene.runs(job).size() >= each);
                        });
        return rounds[0];
    }

    private List<String> planned(UUID job) {
        return scene.tracking.list(
                "select planned_at from occurrences where job_id = ? order by id", job);
    }

    private Set<String> gaps(UUID job) {
        return Set.copyOf(
                scene.tracking.list(
                        """
                        select (planned_at - lag(planned_at) over (order by planned_at))::text
                          from occurrences where job_id = ?
                         order by planned_at offset 1""",
                        job));
    }

    private Set<String> skips(UUID job) {
        return scene.tracking.list("select reason from skipped_runs where job_id = ?", job).stream()
                .collect(Collectors.toSet());
    }
}
