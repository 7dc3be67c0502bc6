package io.milvaion.scheduler.state.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobGateTest {

    private static final int MAX_HELD = 2;
    private static final UUID JOB = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();

    @Test
    void skipLetsOneRunInAndNamesItToTheNext() {
        var gate = gate(OverlapPolicy.SKIP, 1);

        assertThat(gate.admit(FIRST, MAX_HELD)).isEqualTo(Admission.OPEN);
        assertThat(gate.admit(SECOND, MAX_HELD)).isEqualTo(Admission.SKIP_OVERLAP);
        assertThat(gate.openId()).isEqualTo(FIRST);

        gate.ended(FIRST);
        assertThat(gate.admit(SECOND, MAX_HELD)).isEqualTo(Admission.OPEN);
    }

    @Test
    void queueHoldsUpToItsLimit() {
        var gate = gate(OverlapPolicy.QUEUE, 1);

        assertThat(gate.admit(FIRST, MAX_HELD)).isEqualTo(Admission.OPEN);
        assertThat(gate.admit(SECOND, MAX_HELD)).isEqualTo(Admission.HOLD);
        assertThat(gate.admit(UUID.randomUUID(), MAX_HELD)).isEqualTo(Admission.HOLD);
        assertThat(gate.admit(UUID.randomUUID(), MAX_HELD)).isEqualTo(Admission.SKIP_FULL);
    }

    @Test
    void aNewRunNeverOvertakesAHeldOne() {
        var gate = new JobGate(JOB, OverlapPolicy.QUEUE, 1, null, 0, 1);

        assertThat(gate.admit(FIRST, MAX_HELD)).isEqualTo(Admission.HOLD);
    }

    @Test
    void parallelHoldsBeyondMaxConcurrent() {
        var gate = gate(OverlapPolicy.PARALLEL, 2);

        assertThat(gate.admit(FIRST, MAX_HELD)).isEqualTo(Admission.OPEN);
        assertThat(gate.admit(SECOND, MAX_HELD)).isEqualTo(Admission.OPEN);
        assertThat(gate.admit(UUID.randomUUID(), MAX_HELD)).isEqualTo(Admission.HOLD);
        assertThat(gate.mayRelease()).isFalse();

        gate.ended(FIRST);
        assertThat(gate.mayRelease()).isTrue();
    }

    private static JobGate gate(OverlapPolicy policy, int limit) {
        return new JobGate(JOB, policy, limit, null, 0, 0);
    }
}
