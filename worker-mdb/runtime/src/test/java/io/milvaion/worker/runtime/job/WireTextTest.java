package io.milvaion.worker.runtime.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void replacesWhatTheDatabaseCannotStore() {
        assertThat(WireText.clean("a\0b\uD83Dc\uDE00" + SMILE, 100))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFD" + SMILE);
        assertThat(WireText.clean(null, 100)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ä", "€", SMILE, "\0"})
    void cutsWithAMarkAndNeverInsideACharacter(String character) {
        for (int limit = 60; limit < 70; limit++) {
            var cut = WireText.clean(character.repeat(100), limit);
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(limit - 4, limit);
            assertThat(cut)
                    .endsWith(" [cut at " + limit + " bytes]")
                    .doesNotContain("\uFFFD\uFFFD?");
            assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(cut);
        }
    }

    @Test
    void leavesWhatFitsExactly() {
        assertThat(WireText.clean("x".repeat(64), 64)).isEqualTo("x".repeat(64));
    }

    @Test
    void countsWhatJsonMakesOfIt() {
        assertThat(WireText.jsonLength("a\"\\\n\u0001ä€"))
                .isGreaterThanOrEqualTo(2 + 1 + 2 + 2 + 2 + 6 + 2 + 3);
        assertThat(WireText.jsonLength("abc")).isEqualTo(5);
        assertThat(WireText.jsonLength(null)).isZero();
    }
}
