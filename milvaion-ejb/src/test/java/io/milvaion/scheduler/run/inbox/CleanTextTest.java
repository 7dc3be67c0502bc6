package io.milvaion.scheduler.run.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void whatPostgresqlCannotStoreIsReplaced() {
        assertThat(CleanText.of("a\0b", 10)).isEqualTo("a\uFFFDb");
        assertThat(CleanText.of("\uD83D", 10)).isEqualTo("\uFFFD");
        assertThat(CleanText.of("\uDE00x\uD83Dy", 10)).isEqualTo("\uFFFDx\uFFFDy");
    }

    @Test
    void wholeCharactersStay() {
        assertThat(CleanText.of("Grüße \uD83D\uDE00", 20)).isEqualTo("Grüße \uD83D\uDE00");
        assertThat(CleanText.of(null, 20)).isNull();
        assertThat(CleanText.of("", 20)).isEmpty();
    }

    @Test
    void aCutShowsAndHalvesNoCharacter() {
        assertThat(CleanText.of("x".repeat(100), 20)).isEqualTo("x".repeat(13) + "… [cut]");
        assertThat(CleanText.of("x".repeat(12) + "\uD83D\uDE00" + "x".repeat(50), 20))
                .isEqualTo("x".repeat(12) + "\uFFFD… [cut]");
        assertThat(CleanText.of("x".repeat(20), 20)).isEqualTo("x".repeat(20));
    }
}
