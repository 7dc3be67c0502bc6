package io.milvaion.worker.runtime.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePartsTest {

    private static final int MIB = 1 << 20;

    @Test
    void noMessageHasMoreThanAThousandElements() {
        var parts = MessageParts.of(Collections.nCopies(2_001, 1), size -> size);
        assertThat(parts).extracting(List::size).containsExactly(1_000, 1_000, 1);
    }

    @Test
    void noMessageHasMoreThanEightMebibytesUnlessOneElementHas() {
        var parts = MessageParts.of(List.of(5 * MIB, 3 * MIB, 1, 9 * MIB, 1), size -> size);
        assertThat(parts)
                .containsExactly(
                        List.of(5 * MIB, 3 * MIB), List.of(1), List.of(9 * MIB), List.of(1));
    }

    @Test
    void nothingGivesNoMessage() {
        assertThat(MessageParts.of(List.<Integer>of(), size -> size)).isEmpty();
    }
}
