package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    private static final PlanZone BERLIN = Zones.named("Europe/Berlin");
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

    private static List<Instant> runs(Timetable timetable, String from, int count) {
        List<Instant> runs = new ArrayList<>();
        Optional<Instant> run = timetable.firstAtOrAfter(Instant.parse(from));
        while (run.isPresent() && runs.size() < count) {
            runs.add(run.get());
            run = timetable.nextAfter(run.get());
        }
        return runs;
    }

    private static List<Instant> at(String... instants) {
        return Stream.of(instants).map(Instant::parse).toList();
    }

    @Test
    void aSpanGoesOnInRealTimeFromItsAnchorInBothDirections() {
        var every = new EverySpan(START, Duration.ofHours(36));
        assertThat(runs(every, "2026-12-30T00:00:00.001Z", 3))
                .isEqualTo(
                        at("2026-12-30T12:00:00Z", "2027-01-01T00:00:00Z", "2027-01-02T12:00:00Z"));
    }

    @Test
    void aSpanMayHaveMilliseconds() {
        var every = new EverySpan(START, Duration.ofMillis(1_500));
        assertThat(runs(every, "2027-01-01T00:00:00.000000001Z", 2))
                .isEqualTo(at("2027-01-01T00:00:01.500Z", "2027-01-01T00:00:03Z"));
        assertThat(every.runsInAMinute()).isEqualTo(40);
        assertThat(new EverySpan(START, Duration.ofSeconds(7)).runsInAMinute()).isOne();
        assertThat(every.firstAtOrAfter(Instant.MIN)).isPresent();
        assertThat(every.firstAtOrAfter(Instant.MAX)).isEmpty();
        assertThat(every.nextAfter(Instant.MAX)).isEmpty();
    }

    @Test
    void daysKeepTheTimeOfDayAndMeetChangesOfClocksAsTheJobSays() {
        var anchor = LocalDateTime.parse("2027-03-26T02:30:00");
        var twoDays = Duration.ofDays(2);
        var shift = new EveryDays(anchor, twoDays, BERLIN, DstRules.DEFAULT);
        assertThat(runs(shift, "2027-03-26T00:00:00Z", 3))
                .isEqualTo(
                        at("2027-03-26T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-30T00:30:00Z"));
        var skip =
                new EveryDays(
                        anchor, twoDays, BERLIN, new DstRules(DstGap.SKIP, DstOverlap.SECOND));
        assertThat(runs(skip, "2027-03-27T00:00:00Z", 1)).isEqualTo(at("2027-03-30T00:30:00Z"));
        assertThat(skip.firstAtOrAfter(Instant.MIN)).isPresent();
        assertThat(skip.firstAtOrAfter(Instant.MAX)).isEmpty();
    }

    @Test
    void aDayByTheClockTwiceRunsAsTheJobSays() {
        var anchor = LocalDateTime.parse("2027-10-30T02:30:00");
        var both =
                new EveryDays(
                        anchor,
                        Duration.ofDays(1),
                        BERLIN,
                        new DstRules(DstGap.SKIP, DstOverlap.BOTH));
        assertThat(runs(both, "2027-10-30T00:00:00Z", 4))
                .isEqualTo(
                        at(
                                "2027-10-30T00:30:00Z",
                                "2027-10-31T00:30:00Z",
                                "2027-10-31T01:30:00Z",
                                "2027-11-01T01:30:00Z"));
    }

    @Test
    void aWindowIncludesBothItsEnds() {
        var every = new EverySpan(Instant.EPOCH, Duration.ofHours(1));
        var window = Windowed.of(every, START, START.plusSeconds(7_200), null);
        assertThat(runs(window, "2020-01-01T00:00:00Z", 9))
                .isEqualTo(
                        at("2027-01-01T00:00:00Z", "2027-01-01T01:00:00Z", "2027-01-01T02:00:00Z"));
        assertThat(window.nextAfter(START.minusSeconds(1))).contains(START);
        assertThat(window.standsAt(START.minusSeconds(3_600))).isFalse();
        assertThat(window.standsAt(START.plusSeconds(3_600))).isTrue();
    }

    @Test
    void theFirstRunsFromTheStartAreCounted() {
        var cron = CronSchedule.parse("0 9 * * MON", BERLIN, DstRules.DEFAULT);
        var three = Windowed.of(cron, START, null, 3);
        assertThat(runs(three, "2027-01-10T00:00:00Z", 9))
                .isEqualTo(at("2027-01-11T08:00:00Z", "2027-01-18T08:00:00Z"));
        var ended = Windowed.of(cron, START, START.plus(Duration.ofDays(8)), 3);
        assertThat(runs(ended, "2027-01-01T00:00:00Z", 9)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1000",
        "pt1.5s, 1500",
        "P1D, 86400000",
        "P2W, 1209600000",
        "P1DT12H, 129600000",
        "PT90M, 5400000",
        "PT86400S, 86400000"
    })
    void readsDurations(String text, long millis) {
        assertThat(TimeSpan.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1M",
                "P1Y",
                "PT0S",
                "PT0.5S",
                "-PT5S",
                "PT-5S",
                "P",
                "PT",
                "P1DT",
                "1h",
                "",
                "PT1.0001S",
                "P1W2D",
                "P9999999D",
                "P1D T1H"
            })
    void refusesOthers(String text) {
        assertThatThrownBy(() -> TimeSpan.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
