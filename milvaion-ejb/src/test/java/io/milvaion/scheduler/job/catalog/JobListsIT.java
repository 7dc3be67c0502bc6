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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    /** Names, instants and next runs that several jobs have are where keysets lose jobs. */
    @ParameterizedTest
    @EnumSource(JobFilter.Sort.class)
    void pagesGiveEachJobOnceInTheOrderOfTheWholeList(JobFilter.Sort sort) {
        enter("'{}'", 1, 9);
        scene.tracking.execute(
                """
                update jobs set display_name = left(display_name, 4) || id::text,
                       created_at = now() - interval '1 s' * (ascii(right(id::text, 1)) % 3)
                 where tags @> array[?::text]""",
                tag);
        scene.tracking.execute(
                """
                update jobs set display_name = 'same' where tags @> array[?::text]
                   and ascii(left(id::text, 1)) % 2 = 0""",
                tag);
        scene.tracking.execute(
                """
                update job_schedule s set next_run_at = now() + interval '1 s' * (ascii(left(job_id::text, 1)) % 2)
                  from jobs j where j.id = s.job_id and j.tags @> array[?::text]
                   and ascii(right(j.id::text, 1)) % 3 > 0""",
                tag);
        for (boolean descending : new boolean[] {true, false}) {
            var all = ids(lists.list(filter(sort, descending, null, 200)).jobs());
            for (int limit = 1; limit <= 4; limit++) {
                assertThat(ids(paged(sort, descending, limit))).isEqualTo(all);
            }
            assertThat(all).hasSize(9);
        }
        delete();
    }

    private List<PlannedJob> paged(JobFilter.Sort sort, boolean descending, int limit) {
        var all = new ArrayList<PlannedJob>();
        JobPlace after = null;
        List<PlannedJob> page;
        do {
            var filter = filter(sort, descending, after, limit);
            page = lists.list(filter).jobs();
            all.addAll(page);
            after = all.isEmpty() ? null : filter.placeOf(all.get(all.size() - 1));
        } while (page.size() == limit);
        return all;
    }

    private static List<UUID> ids(List<PlannedJob> jobs) {
        return jobs.stream().map(job -> job.job().id()).toList();
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
        return lists.list(filter(JobFilter.Sort.CREATED_AT, true, null, size));
    }

    private JobFilter filter(JobFilter.Sort sort, boolean descending, JobPlace after, int limit) {
        return new JobFilter(
                sort, descending, null, tag, null, null, null, after, limit, 0, Reach.EVERYTHING);
    }

    private static Instant in(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
    }
}
