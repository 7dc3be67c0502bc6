package io.milvaion.scheduler.mend.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.ClaimEnd;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.claim.Claim;
import io.milvaion.scheduler.state.index.OpenMember;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Instant MARKER = Instant.parse("2026-01-02T03:04:05Z");

    /** claim: state#attempt and its lease in seconds after the marker; ended says how, done not. */
    @ParameterizedTest(name = "{0} overdue={1} pending={2} claim={3} lease={4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "COMPLETED,      false, false, -,          0, CLOSED",
                "UNKNOWN,        false, false, running#1, 9, CLOSED",
                "QUEUED/BACKOFF, false, false, -,          0, NOTHING",
                "QUEUED/BACKOFF, true,  false, -,          0, OVERDUE",
                "QUEUED/HELD,    false, false, -,          0, HELD",
                "RUNNING,        false, false, -,          0, LOST_ATTEMPT",
                "RUNNING,        false, false, running#2,  1, CLAIMED",
                "RUNNING,        false, false, running#2,  0, CLAIMED",
                "RUNNING,        false, false, running#2, -1, LOST_ATTEMPT",
                "RUNNING,        false, false, received#2, -1, LOST_ATTEMPT",
                "RUNNING,        false, false, done#2,     0, CLAIMED",
                "RUNNING,        false, false, done#2,    -1, LOST_ATTEMPT",
                "RUNNING,        false, false, ended#2,    0, CLAIMED",
                "RUNNING,        false, false, ended#2,   -1, LOST_REPORT",
                "RUNNING,        false, false, running#3, -9, NOTHING",
                "QUEUED/READY,   false, false, -,          0, UNCLAIMED",
                "QUEUED/READY,   false, true,  -,          0, NOTHING",
                "QUEUED/READY,   false, false, received#2, 1, CLAIMED",
                "QUEUED/READY,   false, false, received#2, -1, UNCLAIMED",
                "QUEUED/READY,   false, false, running#2,  1, CLAIMED",
                "QUEUED/READY,   false, false, running#2, -1, LOST_ATTEMPT",
                "QUEUED/READY,   false, false, done#2,     9, CLAIMED",
                "QUEUED/READY,   false, false, done#2,    -9, LOST_ATTEMPT",
                "QUEUED/READY,   false, false, ended#2,    9, CLAIMED",
                "QUEUED/READY,   false, false, ended#2,   -9, LOST_REPORT",
                "QUEUED/READY,   false, true,  ended#2,   -9, NOTHING",
                "QUEUED/BACKOFF, false, false, ended#2,   -9, NOTHING",
                "QUEUED/READY,   false, false, received#3, -9, CLAIMED",
            })
    void rowAndClaimDecide(
            String state,
            boolean overdue,
            boolean pending,
            String claim,
            int lease,
            Finding found) {
        assertThat(
                        Finding.of(
                                new OpenMember(ID, MARKER.minusSeconds(120)),
                                row(state, overdue),
                                claim(claim, lease),
                                pending,
                                MARKER))
                .isEqualTo(found);
    }

    @Test
    void anEntryWithoutARowWaitsTenMinutesForIt() {
        assertThat(
                        Finding.of(
                                new OpenMember(ID, MARKER.minusSeconds(599)),
                                null,
                                null,
                                false,
                                MARKER))
                .isEqualTo(Finding.NOTHING);
        assertThat(
                        Finding.of(
                                new OpenMember(ID, MARKER.minusSeconds(601)),
                                null,
                                null,
                                false,
                                MARKER))
                .isEqualTo(Finding.CLOSED);
    }

    private static OpenRow row(String text, boolean overdue) {
        String[] names = text.split("/");
        return new OpenRow(
                ID,
                ID,
                "noop",
                null,
                OccurrenceState.valueOf(names[0]),
                names.length == 2 ? Stage.valueOf(names[1]) : null,
                2,
                overdue);
    }

    private static Claim claim(String text, int lease) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split("#");
        boolean ended = parts[0].equals("ended");
        int attempt = Integer.parseInt(parts[1]);
        return new Claim(
                attempt,
                "w-1",
                ended ? "done" : parts[0],
                MARKER.plusSeconds(lease),
                ended ? Optional.of(ClaimEnd.read(ID, attempt, "state=2")) : Optional.empty());
    }
}
