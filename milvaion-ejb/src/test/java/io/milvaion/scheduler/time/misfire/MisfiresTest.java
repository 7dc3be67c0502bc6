package io.milvaion.scheduler.time.misfire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MisfiresTest {

    private static final Instant PLANNED = Instant.parse("2026-01-22T12:00:00Z");
    private static final Duration THRESHOLD = Duration.ofSeconds(60);
    private static final Timetable EACH_SECOND = cron("* * * * * *");
    private static final Timetable EACH_MINUTE = cron("* * * * *");

    private static Timetable cron(String expression) {
        return CronSchedule.parse(expression, ZoneId.of("UTC"), DstRules.DEFAULT);
    }

    private static MisfirePlan plan(Timetable timetable, MisfirePolicy policy, Instant now) {
        return Misfires.plan(timetable, policy, PLANNED, now, THRESHOLD);
    }

    private static Instant second(int n) {
        return PLANNED.plusSeconds(n);
    }

    private static List<SkippedRange> each(Duration distance, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> SkippedRange.of(PLANNED.plus(distance.multipliedBy(n))))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anInstantNoLaterThanTheThresholdRunsWhateverThePolicy(MisfirePolicy policy) {
        MisfirePlan plan = plan(EACH_SECOND, policy, second(60));

        assertThat(plan)
                .isEqualTo(
                        new MisfirePlan(
                                Optional.of(PLANNED), List.of(), Optional.of(second(1)), false));
    }

    @Test
    void onceRunsTheLatestMissedInstantAndListsTheOthers() {
        MisfirePlan plan = plan(EACH_MINUTE, MisfirePolicy.ONCE, PLANNED.plusSeconds(5 * 60 + 30));

        assertThat(plan.run()).contains(PLANNED.plusSeconds(5 * 60));
        assertThat(plan.skipped()).isEqualTo(each(Duration.ofMinutes(1), 0, 5));
        assertThat(plan.next()).contains(PLANNED.plusSeconds(6 * 60));
    }

    @Test
    void anInstantThatIsDueNowCountsAsMissed() {
        MisfirePlan plan = plan(EACH_MINUTE, MisfirePolicy.ONCE, PLANNED.plusSeconds(2 * 60));

        assertThat(plan.run()).contains(PLANNED.plusSeconds(2 * 60));
        assertThat(plan.next()).contains(PLANNED.plusSeconds(3 * 60));
    }

    @Test
    void skipRunsNothing() {
        MisfirePlan plan = plan(EACH_MINUTE, MisfirePolicy.SKIP, PLANNED.plusSeconds(5 * 60 + 30));

        assertThat(plan.run()).isEmpty();
        assertThat(plan.skipped()).isEqualTo(each(Duration.ofMinutes(1), 0, 6));
        assertThat(plan.next()).contains(PLANNED.plusSeconds(6 * 60));
    }

    @Test
    void allRunsTheOldestAndSkipsNothingWhileAThousandAreDue() {
        MisfirePlan plan = plan(EACH_SECOND, MisfirePolicy.ALL, second(999));

        assertThat(plan)
                .isEqualTo(
                        new MisfirePlan(
                                Optional.of(PLANNED), List.of(), Optional.of(second(1)), true));
    }

    @Test
    void allSkipsWhatIsOlderThanTheLatestThousand() {
        MisfirePlan plan = plan(EACH_SECOND, MisfirePolicy.ALL, second(1004));

        assertThat(plan.run()).contains(second(5));
        assertThat(plan.skipped()).isEqualTo(each(Duration.ofSeconds(1), 0, 5));
        assertThat(plan.next()).contains(second(6));
    }

    @Test
    void aThousandSkippedInstantsAreListedAndOneMoreMakesARange() {
        assertThat(plan(EACH_SECOND, MisfirePolicy.ONCE, second(1000)).skipped())
                .isEqualTo(each(Duration.ofSeconds(1), 0, 1000));
        assertThat(plan(EACH_SECOND, MisfirePolicy.ONCE, second(1001)).skipped())
                .containsExactly(new SkippedRange(PLANNED, second(1000), 1001));
        assertThat(plan(EACH_SECOND, MisfirePolicy.SKIP, second(1000)).skipped())
                .containsExactly(new SkippedRange(PLANNED, second(1000), 1001));
    }

    @Test
    void tenThousandDueInstantsAreDecidedInOnePop() {
        MisfirePlan plan = plan(EACH_SECOND, MisfirePolicy.ONCE, second(9_999));

        assertThat(plan.run()).contains(second(9_999));
        assertThat(plan.skipped()).containsExactly(new SkippedRange(PLANNED, second(9_998), 9_999));
        assertThat(plan.next()).contains(second(10_000));
    }

    @ParameterizedTest
    @CsvSource({"ONCE, 10000", "SKIP, 10000", "ALL, 9000"})
    void moreAreLeftToTheNextPopAndNothingRunsYet(MisfirePolicy policy, int decided) {
        MisfirePlan plan = plan(EACH_SECOND, policy, second(10_000));

        assertThat(plan.run()).isEmpty();
        assertThat(plan.skipped())
                .containsExactly(new SkippedRange(PLANNED, second(decided - 1), decided));
        assertThat(plan.next()).contains(second(decided));
    }

    @ParameterizedTest
    @CsvSource({"ONCE, 24999, 24999", "ALL, 24000, 24999", "SKIP, 0, -1"})
    void popsInARowDealWithEachInstantOnceAndInOrder(MisfirePolicy policy, int first, int last) {
        Instant now = second(24_999);
        List<Instant> run = new ArrayList<>();
        Instant oldest = PLANNED;
        int dealtWith = 0;
        while (!oldest.isAfter(now)) {
            MisfirePlan plan = Misfires.plan(EACH_SECOND, policy, oldest, now, Duration.ZERO);
            plan.run().ifPresent(run::add);
            int skipped = plan.skipped().stream().mapToInt(SkippedRange::count).sum();
            dealtWith += skipped + (plan.run().isPresent() ? 1 : 0);
            assertThat(plan.next()).contains(second(dealtWith));
            oldest = plan.next().orElseThrow();
        }

        assertThat(run)
                .isEqualTo(
                        IntStream.rangeClosed(first, last).mapToObj(MisfiresTest::second).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aForecastSaysWhatPlansInARowDo(MisfirePolicy policy) {
        for (int due : new int[] {1, 2, 30, 61, 62, 300, 1_000, 1_001, 1_500, 10_001, 20_030}) {
            Instant now = second(due - 1);
            var runs = new ArrayList<Instant>();
            long late = 0;
            long skipped = 0;
            Optional<Instant> next = Optional.of(PLANNED);
            while (!next.orElseThrow().isAfter(now)) {
                MisfirePlan plan = Misfires.plan(EACH_SECOND, policy, next.get(), now, THRESHOLD);
                plan.run().ifPresent(runs::add);
                late += plan.late() ? 1 : 0;
                skipped += plan.skipped().stream().mapToInt(SkippedRange::count).sum();
                next = plan.next();
            }

            Forecast forecast = Misfires.forecast(EACH_SECOND, policy, PLANNED, now, THRESHOLD, 10);

            assertThat(forecast)
                    .as("%d due", due)
                    .isEqualTo(
                            new Forecast(
                                    runs.size(),
                                    late,
                                    skipped,
                                    runs.subList(0, Math.min(runs.size(), Forecast.MOST_LISTED)),
                                    next,
                                    true));
            assertThat(forecast.runs() + forecast.skipped()).isEqualTo(due);
        }
    }

    @Test
    void aForecastThatMayNotLookAtEverythingSaysSo() {
        Forecast forecast =
                Misfires.forecast(
                        EACH_SECOND, MisfirePolicy.SKIP, PLANNED, second(50_000), THRESHOLD, 2);

        assertThat(forecast.complete()).isFalse();
        assertThat(forecast.skipped()).isEqualTo(20_000);
        assertThat(forecast.next()).contains(second(20_000));
    }

    @ParameterizedTest
    @CsvSource({"ONCE, true", "ALL, true", "SKIP, false"})
    void aOneTimeJobThatIsLateRunsUnlessMisfiresAreSkipped(MisfirePolicy policy, boolean runs) {
        Timetable once = Timetable.once(PLANNED);

        MisfirePlan plan = plan(once, policy, PLANNED.plus(Duration.ofDays(3)));

        assertThat(plan.run()).isEqualTo(runs ? Optional.of(PLANNED) : Optional.empty());
        assertThat(plan.skipped())
                .isEqualTo(runs ? List.of() : List.of(new SkippedRange(PLANNED, PLANNED, 1)));
        assertThat(plan.next()).isEmpty();
    }

    @Test
    void aPlannedInstantThatTheTimetableNoLongerKnowsIsStillDealtWith() {
        MisfirePlan plan = plan(cron("30 * * * *"), MisfirePolicy.ONCE, PLANNED.plusSeconds(90));

        assertThat(plan.run()).contains(PLANNED);
        assertThat(plan.next()).contains(PLANNED.plusSeconds(30 * 60));
    }

    @Test
    void anInstantInTheFutureIsNoMisfire() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(EACH_MINUTE, MisfirePolicy.ONCE, PLANNED.minusMillis(1)));
    }
}
