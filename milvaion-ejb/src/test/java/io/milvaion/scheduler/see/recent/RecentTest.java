package io.milvaion.scheduler.see.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentTest {

    private long now;
    private int looks;
    private final Recent<String, Integer> recent =
            new Recent<>(Duration.ofSeconds(1), Duration.ofSeconds(60), () -> now);

    @Test
    void anAnswerIsGoodForAWhile() {
        assertThat(ask("a", 0)).isEqualTo(1);
        now += Duration.ofMillis(999).toNanos();
        assertThat(ask("a", 0)).isEqualTo(1);
        assertThat(ask("b", 0)).as("another question").isEqualTo(2);
        now += Duration.ofMillis(1).toNanos();
        assertThat(ask("a", 0)).isEqualTo(3);
    }

    @Test
    void whatTookLongIsGoodForLongerButNotForEver() {
        ask("a", 200);
        now += Duration.ofSeconds(9).toNanos();
        assertThat(ask("a", 0)).as("50 times 200 ms").isEqualTo(1);

        ask("b", 10_000);
        now += Duration.ofSeconds(60).toNanos();
        assertThat(ask("b", 0)).isEqualTo(3);
    }

    @Test
    void manyQuestionsAreAnsweredAndNotAllKept() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(ask("question " + i, 0)).isEqualTo(i + 1);
        }
        assertThat(ask("question 999", 0)).isEqualTo(1_001);
        now += Duration.ofSeconds(2).toNanos();
        ask("new", 0);
        assertThat(ask("new", 0)).as("kept in the place of old ones").isEqualTo(1_002);
    }

    private int ask(String question, int millis) {
        return recent.get(
                question,
                () -> {
                    now += Duration.ofMillis(millis).toNanos();
                    return ++looks;
                });
    }
}
