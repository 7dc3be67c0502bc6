package io.milvaion.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.contract.StatusMessage.Report;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimEndTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Instant ENDED = Instant.parse("2026-01-22T10:00:01.523Z");

    @Test
    void aSuccessIsTheExampleOfTheProtocolAndShort() {
        var end = ClaimEnd.of(report(OccurrenceState.COMPLETED, null, false));

        assertThat(end).isEqualTo("state=2 endedAt=1769076001523 durationMs=1520");
        assertThat(end.length()).isLessThanOrEqualTo(64); // longer ones cost Redis thrice as much
        assertThat(ClaimEnd.read(ID, 3, end))
                .isEqualTo(withoutTexts(OccurrenceState.COMPLETED, null, false, null, null));
    }

    @Test
    void aFailureTellsWhatDecidesAboutTheNextAttempt() {
        var end = ClaimEnd.of(report(OccurrenceState.FAILED, "java.io.IOException", true));

        assertThat(end)
                .isEqualTo(
                        "state=3 endedAt=1769076001523 durationMs=1520"
                                + " errorType=java.io.IOException permanent=true maxRetries=2"
                                + " retryBaseSeconds=7");
        assertThat(ClaimEnd.read(ID, 3, end))
                .isEqualTo(withoutTexts(OccurrenceState.FAILED, "java.io.IOException", true, 2, 7));
    }

    @Test
    void aTypeOfAFailureIsOneWord() {
        var end = ClaimEnd.of(report(OccurrenceState.TIMED_OUT, " no class\nstate=2 ", false));

        assertThat(end).contains(" errorType=no_class_state=2 ");
        assertThat(ClaimEnd.read(ID, 3, end).state()).isEqualTo(OccurrenceState.TIMED_OUT);
        assertThat(ClaimEnd.of(report(OccurrenceState.FAILED, "x".repeat(5_000), false)))
                .hasSizeLessThan(350);
    }

    @Test
    void aRunThatWasCancelledBeforeItsStartHasNoDuration() {
        var read = ClaimEnd.read(ID, 1, "state=4 endedAt=1769076001523");

        assertThat(read.state()).isEqualTo(OccurrenceState.CANCELLED);
        assertThat(read.startedAt()).isNull();
        assertThat(read.endedAt()).isEqualTo(ENDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2",
                "state=",
                "state=1",
                "state=6",
                "state=7",
                "state=two",
                "state=2 endedAt=soon",
                "state=2 endedAt=-1",
                "state=2 endedAt=9223372036854775807",
                "state=3 maxRetries=many"
            })
    void whatIsNoEndIsRefused(String end) {
        assertThatThrownBy(() -> ClaimEnd.read(ID, 1, end))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Report report(OccurrenceState state, String errorType, boolean permanent) {
        return new Report(
                ID,
                3,
                state,
                ENDED.minusSeconds(60),
                ENDED.minusMillis(1_520),
                ENDED,
                1_520L,
                80,
                "nearly",
                "fine",
                "a stack trace",
                errorType,
                permanent,
                2,
                7,
                null);
    }

    private static Report withoutTexts(
            OccurrenceState state,
            String errorType,
            boolean permanent,
            Integer maxRetries,
            Integer retryBaseSeconds) {
        return new Report(
                ID,
                3,
                state,
                null,
                ENDED.minusMillis(1_520),
                ENDED,
                1_520L,
                null,
                null,
                null,
                null,
                errorType,
                permanent,
                maxRetries,
                retryBaseSeconds,
                null);
    }
}
