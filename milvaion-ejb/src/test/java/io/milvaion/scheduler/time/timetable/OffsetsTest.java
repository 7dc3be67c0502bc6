package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.cron.JobHash;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetsTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-11-28T00:00:00Z");
    private static final UUID JOB = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    private static Timetable cron(String expression) {
        return CronSchedule.parse(expression, ZoneOffset.UTC, DstRules.DEFAULT);
    }

    private static List<Instant> from(Timetable timetable, Instant from, int count) {
        var all = new ArrayList<Instant>();
        for (var at = timetable.firstAtOrAfter(from); all.size() < count; ) {
            all.add(at.orElseThrow());
            at = timetable.nextAfter(at.get());
        }
        return all;
    }

    @Test
    void aJobKeepsItsOffsetFromRunToRun() {
        var runs = from(StableOffset.of(cron("0 0 * * *"), JOB, 3600), MIDNIGHT.minusSeconds(1), 3);

        assertThat(runs.get(0)).isBetween(MIDNIGHT, MIDNIGHT.plusSeconds(3600));
        assertThat(Duration.between(runs.get(0), runs.get(1))).isEqualTo(Duration.ofDays(1));
        assertThat(Duration.between(runs.get(1), runs.get(2))).isEqualTo(Duration.ofDays(1));
    }

    /** Frozen: another value would move the runs of every job with a spread or a jitter. */
    @Test
    void theOffsetsOfAJobNeverChange() {
        assertThat(from(StableOffset.of(cron("0 0 * * *"), JOB, 3600), MIDNIGHT, 1))
                .containsExactly(MIDNIGHT.plusSeconds(2_839));
        assertThat(from(Jitter.of(cron("0 0 * * *"), JOB, 60), MIDNIGHT, 2))
                .containsExactly(
                        MIDNIGHT.plusMillis(10_582),
                        MIDNIGHT.plus(Duration.ofDays(1)).plusMillis(31_874));
    }

    @Test
    void jobsOfOneInstantAreSpreadEvenly() {
        var perMinute = new int[60];
        for (int i = 0; i < 6_000; i++) {
            var run =
                    StableOffset.of(cron("0 0 * * *"), UUID.randomUUID(), 3599)
                            .firstAtOrAfter(MIDNIGHT);
            perMinute[(int) Duration.between(MIDNIGHT, run.orElseThrow()).toMinutes()]++;
        }

        assertThat(Arrays.stream(perMinute).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(50, 160));
    }

    /** Also when a run is put off past the ones after it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30, 59, 60, 200, 600})
    void jitterLosesNoInstantAndIsInOrder(int seconds) {
        var inner = cron("* * * * *");
        var jittered = Jitter.of(inner, JOB, seconds);
        var expected = new TreeSet<Instant>();
        for (var at : from(inner, MIDNIGHT.minusSeconds(seconds), 300)) {
            expected.add(at.plusMillis(JobHash.of(JOB, at.toEpochMilli(), seconds * 1000L + 1)));
        }
        expected.headSet(MIDNIGHT).clear();
        var certain = List.copyOf(expected).subList(0, 200);

        assertThat(from(jittered, MIDNIGHT, 200)).isEqualTo(certain);
        assertThat(certain).allSatisfy(at -> assertThat(jittered.standsAt(at)).isTrue());
        assertThat(jittered.standsAt(certain.get(0).plusMillis(1)))
                .isEqualTo(certain.get(1).equals(certain.get(0).plusMillis(1)));
    }

    @Test
    void eachRunHasAJitterOfItsOwn() {
        var offsets = new HashSet<Long>();
        for (var at : from(Jitter.of(cron("0 * * * *"), JOB, 60), MIDNIGHT, 24)) {
            offsets.add(at.toEpochMilli() % 3_600_000);
        }

        assertThat(offsets).hasSizeGreaterThan(20).allMatch(millis -> millis <= 60_000);
    }
}
