package io.milvaion.scheduler.run.tracking;

import static io.milvaion.contract.OccurrenceState.COMPLETED;
import static io.milvaion.contract.OccurrenceState.FAILED;
import static io.milvaion.contract.OccurrenceState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportFoldTest {

    private static final UUID A = UUID.fromString("019b0000-0000-7000-8000-000000000001");
    private static final UUID B = UUID.fromString("f19b0000-0000-7000-8000-000000000001");

    @Test
    void theResultStandsInWhateverOrderTheReportsCome() {
        var running = Reports.of(A, 1, RUNNING);
        var completed = Reports.of(A, 1, COMPLETED);

        assertThat(ReportFold.fold(List.of(running, completed))).containsExactly(completed);
        assertThat(ReportFold.fold(List.of(completed, running))).containsExactly(completed);
        assertThat(ReportFold.fold(List.of(completed, completed))).containsExactly(completed);
    }

    @Test
    void ofTwoResultsTheFirstStands() {
        var completed = Reports.of(A, 1, COMPLETED);
        var failed = Reports.of(A, 1, FAILED);

        assertThat(ReportFold.fold(List.of(failed, completed))).containsExactly(failed);
    }

    @Test
    void ofARunningAttemptTheFurthestReportStands() {
        var far = Reports.running(A, 1, 80, "nearly");
        var near = Reports.running(A, 1, 10, "begun");

        assertThat(ReportFold.fold(List.of(far, near))).containsExactly(far);
        assertThat(ReportFold.fold(List.of(near, far))).containsExactly(far);
    }

    @Test
    void aResultKeepsTheProgressThatWasToldInTheSameBatch() {
        var running = Reports.running(A, 1, 75, "3 of 4");
        var failed = Reports.of(A, 1, FAILED);

        for (var order : List.of(List.of(running, failed), List.of(failed, running))) {
            var folded = ReportFold.fold(order).get(0).report();
            assertThat(folded.state()).isEqualTo(FAILED);
            assertThat(folded.progress()).isEqualTo(75);
            assertThat(folded.progressText()).isEqualTo("3 of 4");
        }
    }

    @Test
    void theReturnOfAnAbandonedJobStandsBeforeItsAbandonment() {
        var abandoned = Reports.abandoned(A, 1, FAILED, true);
        var returned = Reports.abandoned(A, 1, FAILED, null);

        assertThat(ReportFold.fold(List.of(abandoned, returned))).containsExactly(returned);
        assertThat(ReportFold.fold(List.of(returned, abandoned))).containsExactly(returned);
    }

    @Test
    void attemptsStayApartAndAreSortedAsPostgresqlSorts() {
        var a1 = Reports.of(A, 1, FAILED);
        var a2 = Reports.of(A, 2, RUNNING);
        var b1 = Reports.of(B, 1, COMPLETED);

        assertThat(ReportFold.fold(List.of(b1, a2, a1))).containsExactly(a1, a2, b1);
    }
}
