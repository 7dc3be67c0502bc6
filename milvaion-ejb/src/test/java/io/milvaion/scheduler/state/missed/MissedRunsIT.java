package io.milvaion.scheduler.state.missed;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MissedRunsIT {

    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");

    private final Database database = Services.database();
    private final MissedRuns missed = new MissedRuns(database);
    private final UUID job = UUID.randomUUID();

    /** Minutes 0 to 9: even ones merged, odd ones late; then a range of 2,000. */
    @BeforeEach
    void aLedger() {
        database.autocommit(
                connection -> {
                    try (var statement =
                            connection.prepareStatement(
                                    "insert into jobs (id, display_name, job_type) values (?, 'a job', 'noop')")) {
                        statement.setObject(1, job);
                        return statement.executeUpdate();
                    }
                });
        write();
    }

    @Test
    void skippedAndLateRunsAreOneListFromNewToOld() {
        var all = list(null, null, null, 200);

        assertThat(all).hasSize(11);
        assertThat(all.stream().map(MissedRun::plannedAt))
                .isEqualTo(
                        IntStream.iterate(10, i -> i >= 0, i -> i - 1)
                                .mapToObj(this::minute)
                                .toList());
        assertThat(all.get(0).reason()).isEqualTo(MissedReason.BEYOND_LIMIT);
        assertThat(all.get(0).count()).isEqualTo(2_000);
        assertThat(all.get(1).reason()).isEqualTo(MissedReason.LATE);
        assertThat(all.get(1).lateMs()).isEqualTo(90_000);
        assertThat(all.get(1).id()).isEqualTo(OccurrenceId.planned(job, minute(9)));
        assertThat(all.get(2).reason()).isEqualTo(MissedReason.MERGED);
        assertThat(all.get(2).detail()).isEqualTo("because");
    }

    @Test
    void pagesGiveEachRecordOnce() {
        var seen = new ArrayList<MissedRun>();
        for (UUID after = null; ; after = seen.get(seen.size() - 1).id()) {
            var page =
                    missed.list(
                            new MissedRunFilter(job, null, null, null, after, 3, Reach.EVERYTHING));
            seen.addAll(page);
            if (page.size() < 3) {
                break;
            }
        }

        assertThat(seen).isEqualTo(list(null, null, null, 200));
    }

    @Test
    void aListIsNarrowedByReasonAndTime() {
        assertThat(list(MissedReason.LATE, null, null, 200))
                .hasSize(5)
                .allMatch(m -> m.reason().equals(MissedReason.LATE));
        assertThat(list(MissedReason.MERGED, null, null, 200)).hasSize(5);
        assertThat(list(MissedReason.OVERLAP, null, null, 200)).isEmpty();
        assertThat(list(null, minute(2), minute(5), 200))
                .extracting(MissedRun::plannedAt)
                .containsExactly(minute(4), minute(3), minute(2));
    }

    @Test
    void countsAreThoseOfTheRecordsHoweverOftenTheyAreWritten() {
        write();
        var now = Instant.now();

        var summary =
                missed.summary(
                        job, now.minus(Duration.ofHours(1)), now.plusSeconds(60), Reach.EVERYTHING);

        assertThat(summary.totals())
                .containsExactly(
                        new MissedRuns.MissedTotal(MissedReason.BEYOND_LIMIT, 2_000),
                        new MissedRuns.MissedTotal(MissedReason.LATE, 5),
                        new MissedRuns.MissedTotal(MissedReason.MERGED, 5));
        assertThat(summary.jobs())
                .first()
                .isEqualTo(
                        new MissedRuns.MissedCount(job, "a job", MissedReason.BEYOND_LIMIT, 2_000));
        assertThat(missed.summary(job, START, START.plusSeconds(60), Reach.EVERYTHING).totals())
                .isEmpty();
    }

    @Test
    void countsOfAllJobsAreTheSumsOfThoseOfEach() {
        var own = Services.ownDatabase();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var overlap = Skip.one(first, minute(1), MissedReason.OVERLAP, null);
        own.transaction(
                connection -> {
                    SkipLedger.insert(connection, List.of(overlap));
                    SkipLedger.insert(
                            connection,
                            List.of(
                                    overlap,
                                    Skip.one(second, minute(1), MissedReason.OVERLAP, null),
                                    Skip.range(
                                            second,
                                            minute(2),
                                            minute(8),
                                            7,
                                            MissedReason.BEYOND_LIMIT,
                                            null)));
                    return null;
                });
        var now = Instant.now();
        var all = new MissedRuns(own);

        assertThat(all.totals(now.minus(Duration.ofHours(1)), now.plusSeconds(60)))
                .containsExactly(
                        new MissedRuns.MissedTotal(MissedReason.BEYOND_LIMIT, 7),
                        new MissedRuns.MissedTotal(MissedReason.OVERLAP, 2));
        assertThat(all.totals(START, START.plusSeconds(60))).isEmpty();
    }

    private void write() {
        var skips = new ArrayList<Skip>();
        var late = new ArrayList<LateRun>();
        for (int i = 0; i < 10; i += 2) {
            skips.add(Skip.one(job, minute(i), MissedReason.MERGED, "because"));
            late.add(
                    new LateRun(
                            OccurrenceId.planned(job, minute(i + 1)),
                            job,
                            minute(i + 1),
                            minute(i + 1).plusSeconds(90)));
        }
        skips.add(
                Skip.range(job, minute(10), minute(2_009), 2_000, MissedReason.BEYOND_LIMIT, null));
        database.transaction(
                connection -> {
                    SkipLedger.insert(connection, skips);
                    SkipLedger.insertLate(connection, late);
                    return null;
                });
    }

    private Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    private List<MissedRun> list(MissedReason reason, Instant from, Instant to, int limit) {
        return missed.list(
                new MissedRunFilter(job, reason, from, to, null, limit, Reach.EVERYTHING));
    }
}
