package io.milvaion.scheduler.ground.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWindowTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final EventWindow window = new EventWindow();

    @Test
    void aFewEventsPassAsTheyCame() {
        var id = UUID.randomUUID();
        window.add(occurrence(id, OccurrenceState.QUEUED));
        window.add(occurrence(id, OccurrenceState.RUNNING));
        window.add(occurrence(id, OccurrenceState.COMPLETED));

        assertThat(window.take())
                .extracting(LiveEvent::type)
                .containsExactly("occurrence.queued", "occurrence.running", "occurrence.completed");
        assertThat(window.take()).isEmpty();
    }

    @Test
    void ofTooManyEventsTheNewestOfEachOccurrenceStays() {
        for (int i = 0; i < 300; i++) {
            var id = UUID.randomUUID();
            window.add(occurrence(id, OccurrenceState.RUNNING));
            window.add(occurrence(id, OccurrenceState.COMPLETED));
        }

        assertThat(window.take())
                .hasSize(300)
                .allMatch(event -> event.type().equals("occurrence.completed"));
    }

    @Test
    void linesAndSkippedRunsAreNeverReplacedByOthers() {
        var id = UUID.randomUUID();
        for (int i = 0; i < 240; i++) {
            window.add(LiveEvent.logLine(id, 1, i, AT, "INFO", "line " + i));
            window.add(LiveEvent.skipped(id, "job", AT.plusSeconds(i), 1, "overlap"));
        }
        window.add(occurrence(id, OccurrenceState.RUNNING));
        for (int i = 0; i < 30; i++) {
            window.add(occurrence(id, OccurrenceState.COMPLETED));
        }

        assertThat(window.take()).hasSize(240 + 240 + 1);
    }

    @Test
    void whatIsStillTooMuchBecomesOneSummaryASecond() {
        int summaries = 0;
        int counted = 0;
        for (int tick = 0; tick < 50; tick++) {
            for (int i = 0; i < 1_000; i++) {
                window.add(occurrence(UUID.randomUUID(), OccurrenceState.COMPLETED));
            }
            for (LiveEvent event : window.take()) {
                assertThat(event.type()).isEqualTo("summary");
                assertThat(event.channels()).containsExactly("*");
                summaries++;
                counted += countsOf(event).get("occurrence.completed");
            }
        }
        assertThat(summaries).isEqualTo(5);
        assertThat(counted).as("events up to the last summary").isEqualTo(41_000);
    }

    @Test
    void noMoreThanFiveHundredEventsASecondPassOverTime() {
        int passed = 0;
        for (int tick = 0; tick < 100; tick++) {
            for (int i = 0; i < 40; i++) {
                window.add(LiveEvent.leaderChanged("node", tick));
                window.add(LiveEvent.leaderChanged("node", tick));
            }
            passed += (int) window.take().stream().filter(e -> !e.type().equals("summary")).count();
        }
        assertThat(passed).isBetween(2_500, 5_500);
    }

    @Test
    void moreThanItHoldsIsCountedNotKept() {
        for (int i = 0; i < 20_000; i++) {
            window.add(LiveEvent.jobUpdated(UUID.randomUUID(), "job"));
        }

        var taken = window.take();

        assertThat(taken).singleElement().extracting(LiveEvent::type).isEqualTo("summary");
        assertThat(countsOf(taken.get(0))).isEqualTo(Map.of("job.updated", 20_000));
    }

    @Test
    void afterItWasClearedNothingOldComes() {
        window.add(occurrence(UUID.randomUUID(), OccurrenceState.RUNNING));
        window.clear();

        assertThat(window.take()).isEqualTo(List.of());
    }

    private static LiveEvent occurrence(UUID id, OccurrenceState state) {
        return LiveEvent.occurrence(
                new OccurrenceSnapshot(id, id, "job", state, 1, AT, null, null, null, null));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> countsOf(LiveEvent summary) {
        return (Map<String, Integer>) ((Map<?, ?>) summary.data()).get("counts");
    }
}
