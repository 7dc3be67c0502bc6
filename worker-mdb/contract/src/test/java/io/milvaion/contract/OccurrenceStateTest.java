package io.milvaion.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceStateTest {

    @ParameterizedTest
    @CsvSource({
        "QUEUED, 0",
        "RUNNING, 1",
        "COMPLETED, 2",
        "FAILED, 3",
        "CANCELLED, 4",
        "TIMED_OUT, 5",
        "UNKNOWN, 6",
        "SKIPPED, 7"
    })
    void keepsItsCodeForEver(OccurrenceState state, int code) {
        assertThat(state.code()).isEqualTo(code);
        assertThat(OccurrenceState.of(code)).isEqualTo(state);
    }

    @Test
    void refusesACodeItDoesNotKnow() {
        assertThatThrownBy(() -> OccurrenceState.of(8)).isInstanceOf(UnknownCode.class);
        assertThatThrownBy(() -> OccurrenceState.of(-1)).isInstanceOf(UnknownCode.class);
    }
}
