package io.milvaion.scheduler.see.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.health.SystemHealth;
import org.junit.jupiter.api.Test;

class NearLimitsTest {

    private static final long GIGABYTE = 1L << 30;

    @Test
    void filesAndDiskAreWarnedOfBeforeTheyAreGone() {
        assertThat(NearLimits.of(machine(799L, 1_000L, 6L, 100L))).isEmpty();
        assertThat(NearLimits.of(machine(800L, 1_000L, 6L, 100L)))
                .containsExactly("800 of 1000 files are open");
        assertThat(NearLimits.of(machine(10L, 1_000L, 5L, 100L)))
                .containsExactly("5120 MB of the disk are free");
        assertThat(NearLimits.of(machine(null, null, null, null))).isEmpty();
    }

    @Test
    void healthForgetsTheWarningWhenThereIsRoomAgain() {
        var health = new SystemHealth();
        NearLimits.report(machine(990L, 1_000L, 1L, 100L), health);
        assertThat(health.of("limits").orElseThrow().detail())
                .isEqualTo("990 of 1000 files are open; 1024 MB of the disk are free");

        NearLimits.report(machine(10L, 1_000L, 50L, 100L), health);
        assertThat(health.of("limits")).isEmpty();
    }

    private static Machine machine(Long files, Long most, Long freeGigabytes, Long gigabytes) {
        return new Machine(
                4,
                5,
                5,
                10,
                100,
                files,
                most,
                freeGigabytes == null ? null : (Long) (freeGigabytes * GIGABYTE),
                gigabytes == null ? null : (Long) (gigabytes * GIGABYTE));
    }
}
