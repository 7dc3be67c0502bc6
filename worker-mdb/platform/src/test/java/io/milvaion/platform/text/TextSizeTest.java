package io.milvaion.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSizeTest {

    @Test
    void countsWhatJsonMakesOfIt() {
        assertThat(TextSize.jsonBytes("a\"\\\n\u0001ä€"))
                .isGreaterThanOrEqualTo(2 + 1 + 2 + 2 + 2 + 6 + 2 + 3);
        assertThat(TextSize.jsonBytes("abc")).isEqualTo(5);
        assertThat(TextSize.jsonBytes(null)).isZero();
    }

    @Test
    void countsBytes() {
        assertThat(TextSize.utf8Bytes("aä€")).isEqualTo(1 + 2 + 3);
        assertThat(TextSize.utf8Bytes("\uD83D\uDE00")).isGreaterThanOrEqualTo(4);
    }
}
