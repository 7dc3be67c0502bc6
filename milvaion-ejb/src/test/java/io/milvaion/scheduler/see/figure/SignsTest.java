package io.milvaion.scheduler.see.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignsTest {

    private static final String MAILS = "jobs.sendemail.wildcard";
    private static final Duration QUICK = Duration.ofMillis(1);

    private final Signs signs = new Signs();
    private Instant now = Instant.parse("2026-11-28T12:00:00Z");
    private int cpu = 5;
    private long heap = 10;
    private Duration redis = QUICK;
    private Duration postgresql = QUICK;
    private Map<String, Long> queues = Map.of();

    @Test
    void aBusyProcessorIsASignAfterTenSecondsAndNoneHalfAMinuteAfterItRests() {
        cpu = 95;
        assertThat(look(4)).isEmpty();
        assertThat(look(1))
                .extracting(Sign::symptom, Sign::since, Sign::measure)
                .containsExactly(tuple(Symptom.API_CPU, now, 95L));
        var since = now;

        cpu = 70; // between the limits: stays what it is
        assertThat(look(30)).extracting(Sign::since).containsExactly(since);
        cpu = 20;
        assertThat(look(14)).hasSize(1);
        assertThat(look(1)).isEmpty();
    }

    @Test
    void shortPeaksAreNone() {
        for (int i = 0; i < 10; i++) {
            cpu = 100;
            assertThat(look(4)).isEmpty();
            cpu = 10;
            assertThat(look(1)).isEmpty();
        }
    }

    @Test
    void slowServersAndAFullHeapAreSignsOfTheirOwn() {
        redis = Duration.ofMillis(40);
        postgresql = Duration.ofMillis(120);
        heap = 97;

        assertThat(look(5))
                .extracting(Sign::symptom, Sign::measure)
                .containsExactlyInAnyOrder(
                        tuple(Symptom.REDIS_LATENCY, 40_000L),
                        tuple(Symptom.POSTGRESQL_LOAD, 120_000L),
                        tuple(Symptom.WORKER_MEMORY, 97L));
    }

    @Test
    void aServerThatDoesNotAnswerIsNotSlow() {
        redis = null;
        assertThat(look(10)).isEmpty();
    }

    @Test
    void aQueueThatGrowsIsNamedUntilItGrowsNoLonger() {
        for (int i = 1; i <= 10; i++) {
            queues = Map.of(MAILS, 100L * i, "jobs.other.wildcard", 3L);
            look(1);
        }
        assertThat(look(1))
                .extracting(Sign::symptom, Sign::queue)
                .containsExactly(tuple(Symptom.QUEUE_GROWING, MAILS));

        queues = Map.of(MAILS, 900L);
        assertThat(look(14 + 15)).isEmpty();
    }

    @Test
    void aLongQueueThatShrinksAndAFewMessagesAreNoSign() {
        for (int i = 0; i < 30; i++) {
            queues = Map.of(MAILS, 100_000L - 10L * i, "jobs.rare.wildcard", (long) i);
            assertThat(look(1)).isEmpty();
        }
    }

    @Test
    void aQueueThatIsNotLookedAtAnyMoreIsNoSign() {
        for (int i = 1; i <= 10; i++) {
            queues = Map.of(MAILS, 100L * i);
            look(1);
        }
        queues = Map.of();
        assertThat(look(1)).isEmpty();
    }

    private List<Sign> look(int times) {
        List<Sign> found = List.of();
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(2);
            found =
                    signs.look(
                            new Machine(4, cpu, cpu, heap, 100, null, null, null, null),
                            Optional.ofNullable(redis),
                            Optional.of(postgresql),
                            queues,
                            now);
        }
        return found;
    }
}
