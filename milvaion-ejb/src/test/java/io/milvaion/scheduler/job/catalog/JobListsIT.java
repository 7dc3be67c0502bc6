package io.milvaion.scheduler.job.catalog;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.service.Services;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobListsIT {

    /** What one list may cost, whatever data its jobs have. */
    private static final long BYTES_OF_A_LIST = 4L << 20;

    private final String tag = UUID.randomUUID().toString();
    private final JobScene scene = new JobScene();
    private final JobLists lists = new JobLists(Services.database());

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aListShowsAllOfAJobButItsData() {
        var once =
                scene.create(aJob().tagged(tag, "b").data("{\"a\":1}").onceAt(in(3_600)).build());
        var cron = scene.create(aJob().tagged(tag).every("@daily").disabledAfter(5).build());
        var none = scene.create(aJob().tagged(tag).every(null).active(false).build());

        var listed = list(200).jobs();

        assertThat(listed).extracting(job -> job.job().id()).containsExactly(none, cron, once);
        for (var job : listed) {
            assertThat(job.job().definition().jobData()).isNull();
            assertThat(job)
                    .usingRecursiveComparison()
                    .ignoringFields("job.definition.jobData")
                    .isEqualTo(scene.read(job.job().id()));
        }
    }

    @Test
    void listsOfJobsWithMuchDataCostLittleMemory() throws Exception {
        enter("repeat(md5(n::text), 32 * 1024)", 1, 120);
        var threads = Executors.newFixedThreadPool(8);
        var cost = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 8; i++) {
            cost.add(this::allocatedByAList);
        }
        try {
            for (var bytes : threads.invokeAll(cost)) {
                assertThat(bytes.get()).isLessThan(BYTES_OF_A_LIST);
            }
        } finally {
            threads.shutdown();
            delete();
        }
    }

    private long allocatedByAList() {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = memory.getThreadAllocatedBytes(thread);
        assertThat(list(200).jobs()).hasSize(120);
        return memory.getThreadAllocatedBytes(thread) - before;
    }

    @Test
    void jobsOfAListAreCountedToALimit() {
        enter("'{}'", 1, JobPage.COUNTED);

        assertThat(list(3).total()).isEqualTo(JobPage.COUNTED);
        assertThat(list(3).totalIsLowerBound()).isFalse();
        enter("'{}'", JobPage.COUNTED + 1, JobPage.COUNTED + 1);

        assertThat(list(3).total()).isEqualTo(JobPage.COUNTED);
        assertThat(list(3).totalIsLowerBound()).isTrue();
        assertThat(list(3).jobs()).hasSize(3);
        delete();
        assertThat(list(3).total()).isZero();
    }

    /** Stores jobs with the tag. */
    private void enter(String data, int from, int to) {
        scene.tracking.execute(
                """
                with made as (
                    insert into jobs (id, display_name, tags, job_type, job_data)
                    select gen_random_uuid(), 'job ' || n, array[?::text], 'noop', %s
                      from generate_series(%d, %d) n
                    returning id)
                insert into job_schedule (job_id, definition_version, gated)
                select id, 1, false from made"""
                        .formatted(data, from, to),
                tag);
    }

    private void delete() {
        scene.tracking.execute(
                "update jobs set deleted_at = now(), job_data = '{}' where tags @> array[?::text]",
                tag);
    }

    private JobPage list(int size) {
        return lists.list(
                new JobFilter(
                        0,
                        size,
                        JobFilter.Sort.CREATED_AT,
                        true,
                        null,
                        tag,
                        null,
                        Reach.EVERYTHING));
    }

    private static Instant in(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
    }
}
