package io.milvaion.scheduler.time.tzdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TzifTest {

    private static final Instant LATE = Instant.parse("2130-07-01T00:00:00Z");

    @Test
    void ofVersionOneTheNarrowBlockIsAll() {
        var rules = Tzif.read(block(0, 4, 0, 3_600, 1_000_000));

        assertThat(rules.getOffset(Instant.ofEpochSecond(999_999))).isEqualTo(ZoneOffset.UTC);
        assertThat(rules.getOffset(Instant.ofEpochSecond(1_000_000))).isEqualTo(hours(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {'2', '3', '4'})
    void laterOnesHaveAWideBlockAndARuleForLater(int version) {
        var narrow = block(version, 4, 0, 7_200, 5);
        var wide = block(version, 8, 0, 3_600, 4_000_000_000L); // after 2038
        var rules = Tzif.read(file(narrow, wide, "\nXXX-1YYY-2,M3.1.0,M11.1.0\n"));

        assertThat(rules.getOffset(Instant.ofEpochSecond(3_999_999_999L))).isEqualTo(hours(0));
        assertThat(rules.getOffset(Instant.ofEpochSecond(4_000_000_000L))).isEqualTo(hours(1));
        assertThat(rules.getOffset(LATE)).isNotEqualTo(hours(1)).isNotEqualTo(hours(0));
    }

    @Test
    void withoutARuleTheLastOffsetLasts() {
        var rules = Tzif.read(file(block('2', 4, 0, 0, 5), block('2', 8, 0, 3_600, 5), "\n\n"));

        assertThat(rules.getOffset(LATE)).isEqualTo(hours(1));
    }

    @Test
    void aChangeBeforeAllTimeIsTheBeginning() {
        var wide = block('2', 8, 0, 3_600, -(1L << 59));
        var rules = Tzif.read(file(block('2', 4, 0, 0, 5), wide, "\nXXX-1\n"));

        assertThat(rules.getOffset(Instant.EPOCH)).isEqualTo(hours(1));
        assertThat(rules.isFixedOffset()).isTrue();
    }

    @Test
    void leapSecondsAreRefused() {
        assertThatThrownBy(() -> Tzif.read(block(0, 4, 1, 3_600, 5)))
                .isInstanceOf(ZoneRulesException.class)
                .hasMessageContaining("leap seconds");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 20, 43, 44, 60, 70, 120, 140})
    void aFileThatEndsTooEarlyIsRefused(int length) {
        var whole = file(block('2', 4, 0, 0, 5), block('2', 8, 0, 3_600, 5), "\nXXX-1\n");

        assertThatThrownBy(() -> Tzif.read(Arrays.copyOf(whole, length)))
                .isInstanceOf(ZoneRulesException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void changesThatAreNotThereAreRefused(int count) {
        var broken = block(0, 4, 0, 3_600, 5);
        ByteBuffer.wrap(broken).putInt(32, count);

        assertThatThrownBy(() -> Tzif.read(broken)).isInstanceOf(ZoneRulesException.class);
    }

    private static ZoneOffset hours(int hours) {
        return ZoneOffset.ofHours(hours);
    }

    /** Offset 0, and from one instant on another. */
    private static byte[] block(int version, int time, int leaps, int offset, long change) {
        var block = ByteBuffer.allocate(44 + time + 1 + 12 + 4 + leaps * (time + 4));
        block.putInt(0x545a6966).put((byte) version).position(20);
        block.putInt(0).putInt(0).putInt(leaps).putInt(1).putInt(2).putInt(4);
        if (time == 8) {
            block.putLong(change);
        } else {
            block.putInt((int) change);
        }
        block.put((byte) 1);
        block.putInt(0).put((byte) 0).put((byte) 0);
        block.putInt(offset).put((byte) 0).put((byte) 0);
        block.put("ABC\0".getBytes(StandardCharsets.US_ASCII));
        return block.array();
    }

    private static byte[] file(byte[] narrow, byte[] wide, String footer) {
        var end = footer.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(narrow.length + wide.length + end.length)
                .put(narrow)
                .put(wide)
                .put(end)
                .array();
    }
}
