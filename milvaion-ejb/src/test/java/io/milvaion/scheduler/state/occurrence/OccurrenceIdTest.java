package io.milvaion.scheduler.state.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceIdTest {

    private static final UUID JOB = UUID.fromString("0198f3a2-1111-7222-8333-444455556666");
    private static final Instant AT = Instant.parse("2026-01-22T10:00:00.123Z");

    // Frozen: another derivation would run every job twice during an upgrade.
    @ParameterizedTest
    @CsvSource({
        "0198f3a2-1111-7222-8333-444455556666, 2026-01-22T10:00:00Z, 019be525-8500-731e-99ba-a32309d06029",
        "0198f3a2-1111-7222-8333-444455556666, 2026-01-22T10:00:00.001Z, 019be525-8501-7b0e-bf31-1a74df118f5a",
        "00000000-0000-0000-0000-000000000000, 1970-01-01T00:00:00Z, 00000000-0000-76bb-83d4-91ab1bb8fe9a"
    })
    void derivesGoldenIds(UUID job, Instant at, UUID id) {
        assertThat(OccurrenceId.planned(job, at)).isEqualTo(id);
    }

    @Test
    void isAVersion7UuidOfThePlannedInstant() {
        var id = OccurrenceId.planned(JOB, AT);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(OccurrenceId.timeOf(id)).isEqualTo(AT);
        assertThat(id).isGreaterThan(OccurrenceId.lowest(AT));
    }

    @Test
    void aRangeOfSkipsHasAnotherIdThanItsFirstInstant() {
        assertThat(OccurrenceId.skippedRange(JOB, AT, AT.plusSeconds(5)))
                .isNotEqualTo(OccurrenceId.planned(JOB, AT));
    }
}
