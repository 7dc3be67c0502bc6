package io.milvaion.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void replacesWhatTheDatabaseCannotStore() {
        var text = "a\0b\uD83Dc\uDE00" + SMILE;
        var clean = "a\uFFFDb\uFFFDc\uFFFD" + SMILE;
        assertThat(CleanText.utf8(text, 100)).isEqualTo(clean);
        assertThat(CleanText.utf16(text, 100)).isEqualTo(clean);
        assertThat(CleanText.utf8("\uD83D", 100)).isEqualTo("\uFFFD");
        assertThat(CleanText.utf16("\uD83D", 100)).isEqualTo("\uFFFD");
    }

    @Test
    void leavesNullAndWhatIsCleanAlone() {
        assertThat(CleanText.utf8(null, 100)).isNull();
        assertThat(CleanText.utf16(null, 100)).isNull();
        assertThat(CleanText.utf8("", 100)).isEmpty();
        assertThat(CleanText.utf16("", 100)).isEmpty();
        assertThat(CleanText.utf8("Grüße " + SMILE, 100)).isEqualTo("Grüße " + SMILE);
        assertThat(CleanText.utf16("Grüße " + SMILE, 100)).isEqualTo("Grüße " + SMILE);
    }

    @Test
    void leavesWhatFitsExactly() {
        assertThat(CleanText.utf8("x".repeat(64), 64)).isEqualTo("x".repeat(64));
        assertThat(CleanText.utf16("€".repeat(20), 20)).isEqualTo("€".repeat(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ä", "€", SMILE, "\0"})
    void cutsBytesWithAMarkAndNeverInsideACharacter(String character) {
        for (int limit = 60; limit < 70; limit++) {
            var cut = CleanText.utf8(character.repeat(100), limit);
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(limit - 4, limit);
            assertThat(cut)
                    .endsWith(" [cut at " + limit + " bytes]")
                    .doesNotContain("\uFFFD\uFFFD?");
            assertThat(new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(cut);
        }
    }

    @Test
    void cutsUnitsWithAMarkAndLeavesNoHalfACharacter() {
        assertThat(CleanText.utf16("x".repeat(100), 20)).isEqualTo("x".repeat(13) + "… [cut]");
        assertThat(CleanText.utf16("x".repeat(12) + SMILE + "x".repeat(50), 20))
                .isEqualTo("x".repeat(12) + "\uFFFD… [cut]");
    }
}
