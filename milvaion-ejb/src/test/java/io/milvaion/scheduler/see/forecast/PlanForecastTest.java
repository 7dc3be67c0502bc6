package io.milvaion.scheduler.see.forecast;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.job.definition.JobSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with instants that are found one by one. */
class PlanForecastTest {

    private static final Instant NOW =
            Instant.parse("2026-03-28T12:34:56Z"); // Europe changes next night

    /** Already due, so that the first run of a forecast is one of the timetable. */
    private static final Instant DUE = NOW.minusSeconds(120);

    private static final String[] CRONS = {
        "* * * * * *",
        "*/7 * * * * *",
        "0 * * * *",
        "*/5 * * * *",
        "0 0 3 * * *",
        "30 2 * * *",
        "0 15,45 8-17 * * MON-FRI",
        "5,10,55 */3 * * * *",
        "* * 2 * * *",
        "0 0 1 1 *",
        "@hourly"
    };
    private static final String[] ZONES = {
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "+01:00:30"
    };

    private final List<ForecastJob> jobs = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"MINUTE, 24", "MINUTE, 3", "HOUR, 40"})
    void countsEqualBruteForce(ForecastStep step, int hours) {
        var random = new Random(7);
        for (String cron : CRONS) {
            for (String zone : ZONES) {
                job(cron, zone, NOW.plusSeconds(random.nextInt(200) - 100));
            }
        }
        once(NOW.plusSeconds(3_600));
        once(NOW.minusSeconds(1));
        var window = window(step, hours);

        var forecast = forecast(window);

        assertThat(forecast.counts()).isEqualTo(bruteForce(window));
        assertThat(forecast.runs()).isEqualTo(bruteForce(window).stream().mapToLong(n -> n).sum());
        assertThat(forecast.estimatedJobs()).isZero();
    }

    @Test
    void aPlannedRunThatIsOnNoGridCountsAndThenTheGridDoes() {
        job("0 * * * *", "UTC", Instant.parse("2026-03-28T13:17:03Z"));

        assertThat(times(forecast(window(ForecastStep.MINUTE, 3)).nextRuns()))
                .containsExactly(
                        "2026-03-28T13:17:03Z", "2026-03-28T14:00:00Z", "2026-03-28T15:00:00Z");
    }

    @Test
    void theHerdIsNamedAndItsJobsWithMostRunsFirst() {
        for (int i = 0; i < 30; i++) {
            job("0 3 * * *", "UTC", DUE);
        }
        var frequent = job("*/10 * 3 * * *", "UTC", DUE);

        var peak = forecast(window(ForecastStep.MINUTE, 24)).peaks().get(0);

        assertThat(peak.at()).isEqualTo("2026-03-29T03:00:00Z");
        assertThat(peak.runs()).isEqualTo(36);
        assertThat(peak.jobs()).isEqualTo(31);
        assertThat(peak.most()).hasSize(20);
        assertThat(peak.most().get(0).jobId()).isEqualTo(frequent);
        assertThat(peak.most().get(0).runs()).isEqualTo(6);
    }

    @Test
    void whatRunsNextIsMergedOfAllJobsAndBounded() {
        var often = job("*/20 * * * * *", "UTC", DUE);
        var hourly = job("36 * * * *", "Europe/Berlin", DUE);

        var runs = forecast(window(ForecastStep.MINUTE, 24)).nextRuns();

        assertThat(runs).hasSize(50);
        assertThat(runs).isSortedAccordingTo((a, b) -> a.plannedAt().compareTo(b.plannedAt()));
        assertThat(runs)
                .filteredOn(run -> run.jobId().equals(hourly))
                .extracting(run -> run.plannedAt().toString(), ForecastRun::timeZone)
                .containsExactly(tuple("2026-03-28T12:36:00Z", "Europe/Berlin"));
        assertThat(runs).filteredOn(run -> run.jobId().equals(often)).hasSize(49);
    }

    @Test
    void beyondTheLimitJobsAreCountedByHowOftenTheyRun() {
        job("0 0 * * *", "UTC", DUE);
        for (int i = 0; i < 20; i++) {
            job("%d %d/2 * * * *".formatted(i, i % 2), "UTC", DUE);
        }
        var window = window(ForecastStep.HOUR, 168);

        var forecast =
                PlanForecast.of(NOW, window, jobs, 2_000, new UnplannedJobs(List.of(), List.of()));

        assertThat(forecast.estimatedJobs()).isBetween(15L, 20L);
        long exact = bruteForce(window).stream().mapToLong(n -> n).sum();
        assertThat(forecast.runs()).isBetween(exact * 99 / 100, exact * 101 / 100);
        assertThat(forecast.counts().get(100)).isBetween(599L, 601L);
    }

    @Test
    void aJobThatCannotBeReadHasNoNextRunAndKeepsNobodyElseFromHavingOne() {
        var lost = job("0 * * * *", "Europe/Nowhere", DUE);
        job("0 * * * *", "UTC", DUE);

        var forecast = forecast(window(ForecastStep.MINUTE, 24));

        assertThat(forecast.jobs()).isEqualTo(1);
        assertThat(forecast.runs()).isEqualTo(24);
        assertThat(forecast.withoutNextRun())
                .extracting(UnplannedJob::jobId, UnplannedJob::reason)
                .containsExactly(tuple(lost, Unplanned.UNREADABLE));
        assertThat(forecast.withoutNextRunTotals())
                .containsExactly(new UnplannedTotal(Unplanned.UNREADABLE, 1));
    }

    @Test
    void tenThousandJobsTakeLessThanTwoSeconds() {
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            String cron =
                    switch (i % 4) {
                        case 0 -> "* * * * * *";
                        case 1 -> "%d %d * * * *".formatted(random.nextInt(60), random.nextInt(60));
                        case 2 ->
                                "%d %d %d * * *"
                                        .formatted(
                                                random.nextInt(60),
                                                random.nextInt(60),
                                                random.nextInt(24));
                        default -> "*/15 * * * *";
                    };
            job(cron, ZONES[i % 5], DUE);
        }
        var window = window(ForecastStep.MINUTE, 24);

        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            assertThat(forecast(window).estimatedJobs()).isZero();
            best = Math.min(best, System.nanoTime() - begun);
        }

        System.out.printf("the forecast of 24 hours of 10,000 jobs: %.0f ms%n", best / 1e6);
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofSeconds(2));
    }

    private PlanForecast forecast(ForecastWindow window) {
        return PlanForecast.of(
                NOW, window, jobs, Census.MOST_STEPS, new UnplannedJobs(List.of(), List.of()));
    }

    private static ForecastWindow window(ForecastStep step, int hours) {
        return new ForecastWindow(NOW, NOW.plus(Duration.ofHours(hours)), step);
    }

    private List<Long> bruteForce(ForecastWindow window) {
        var counts = new long[(int) window.steps()];
        for (var job : jobs) {
            var timetable = job.schedule().timetable(job.id());
            var run =
                    job.nextRunAt().isBefore(window.from())
                            ? timetable.firstAtOrAfter(window.from())
                            : Optional.of(job.nextRunAt());
            while (run.isPresent() && run.get().isBefore(window.to())) {
                counts[window.index(run.get())]++;
                run = timetable.nextAfter(run.get());
            }
        }
        return LongStream.of(counts).boxed().toList();
    }

    private static List<String> times(List<ForecastRun> runs) {
        return runs.stream().map(run -> run.plannedAt().toString()).toList();
    }

    private UUID job(String cron, String zone, Instant next) {
        return add(next, aJob().every(cron).in(zone).schedule());
    }

    private void once(Instant at) {
        add(at, aJob().onceAt(at).schedule());
    }

    private UUID add(Instant next, JobSchedule schedule) {
        var id = UUID.randomUUID();
        jobs.add(new ForecastJob(id, "job " + jobs.size(), "noop", next, schedule));
        return id;
    }
}
