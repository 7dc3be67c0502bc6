package io.milvaion.scheduler.state.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatesTest {

    @Test
    void theFirstTwoStatesAreOpenAndAllAfterThemFinal() {
        assertThat(States.OPEN).isEqualTo("state < 2");
        assertThat(States.FINAL).isEqualTo("state >= 2");
        for (var state : OccurrenceState.values()) {
            assertThat(state.isFinal()).as("%s", state).isEqualTo(state.code() >= 2);
        }
    }

    @Test
    void completedIsTheFirstFinalStateSoThatAllGreaterCodesAreUnsuccessful() {
        Set<OccurrenceState> open = EnumSet.of(OccurrenceState.QUEUED, OccurrenceState.RUNNING);
        for (var state : OccurrenceState.values()) {
            boolean isOpen = state.code() < OccurrenceState.COMPLETED.code();
            assertThat(isOpen).as("%s", state).isEqualTo(open.contains(state));
        }
    }
}
