package io.milvaion.scheduler.ground.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventWindowTest {

    private final EventWindow window = new EventWindow();

    @Test
    void aFewEventsPassAsTheyCame() {
        var id = UUID.randomUUID();
        window.add(occurrence(id, "queued"));
        window.add(occurrence(id, "running"));
        window.add(occurrence(id, "completed"));

        assertThat(window.take())
                .extracting(LiveEvent::type)
                .containsExactly("occurrence.queued", "occurrence.running", "occurrence.completed");
        assertThat(window.take()).isEmpty();
    }

    @Test
    void ofTooManyEventsTheNewestOfEachOccurrenceStays() {
        for (int i = 0; i < 300; i++) {
            var id = UUID.randomUUID();
            window.add(occurrence(id, "running"));
            window.add(occurrence(id, "completed"));
        }

        assertThat(window.take())
                .hasSize(300)
                .allMatch(event -> event.type().equals("occurrence.completed"));
    }

    @Test
    void linesAndSkippedRunsAreNeverReplacedByOthers() {
        var id = UUID.randomUUID();
        for (int i = 0; i < 240; i++) {
            window.add(lasting("log.line", id, i));
            window.add(lasting("occurrence.skipped", id, i));
        }
        window.add(occurrence(id, "running"));
        for (int i = 0; i < 30; i++) {
            window.add(occurrence(id, "completed"));
        }

        assertThat(window.take()).hasSize(240 + 240 + 1);
    }

    @Test
    void whatIsStillTooMuchBecomesOneSummaryASecond() {
        int summaries = 0;
        int counted = 0;
        for (int tick = 0; tick < 50; tick++) {
            for (int i = 0; i < 1_000; i++) {
                window.add(occurrence(UUID.randomUUID(), "completed"));
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
        var id = UUID.randomUUID();
        for (int tick = 0; tick < 100; tick++) {
            for (int i = 0; i < 40; i++) {
                window.add(lasting("leader.changed", id, tick));
                window.add(lasting("leader.changed", id, tick));
            }
            passed += (int) window.take().stream().filter(e -> !e.type().equals("summary")).count();
        }
        assertThat(passed).isBetween(2_500, 5_500);
    }

    @Test
    void moreThanItHoldsIsCountedNotKept() {
        for (int i = 0; i < 20_000; i++) {
            window.add(lasting("job.updated", UUID.randomUUID(), i));
        }

        var taken = window.take();

        assertThat(taken).singleElement().extracting(LiveEvent::type).isEqualTo("summary");
        assertThat(countsOf(taken.get(0))).isEqualTo(Map.of("job.updated", 20_000));
    }

    @Test
    void afterItWasClearedNothingOldComes() {
        window.add(occurrence(UUID.randomUUID(), "running"));
        window.clear();

        assertThat(window.take()).isEqualTo(List.of());
    }

    private static LiveEvent occurrence(UUID id, String state) {
        return new LiveEvent(
                "occurrence." + state, List.of("occurrences"), id.toString(), null, true);
    }

    private static LiveEvent lasting(String type, UUID id, int number) {
        return new LiveEvent(type, List.of("system"), id.toString(), number);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> countsOf(LiveEvent summary) {
        return (Map<String, Integer>) ((Map<?, ?>) summary.data()).get("counts");
    }
}
