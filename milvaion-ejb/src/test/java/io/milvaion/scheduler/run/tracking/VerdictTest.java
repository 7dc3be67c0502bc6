package io.milvaion.scheduler.run.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final UUID ID = new UUID(1, 2);
    private static final RetrySettings SETTINGS = new RetrySettings(3, 5, Duration.ofHours(1), 0.2);

    /** stands: STATE[/STAGE]#attempt; comes and becomes alike; recorded: state of that attempt. */
    @ParameterizedTest(name = "{0} + {1} (recorded {2}, on lost {3}) = {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // the way of most runs
                "QUEUED/READY#1, RUNNING#1,   -, retry, RUNNING#1",
                "QUEUED/READY#1, COMPLETED#1, -, retry, COMPLETED#1",
                "RUNNING#1,      COMPLETED#1, -, retry, COMPLETED#1",
                "RUNNING#1,      CANCELLED#1, -, retry, CANCELLED#1",
                "QUEUED/READY#1, CANCELLED#1, -, retry, CANCELLED#1",
                // retries: three of them
                "RUNNING#1,      FAILED#1,    -, retry, QUEUED/BACKOFF#2 stored",
                "RUNNING#1,      TIMED_OUT#1, -, retry, QUEUED/BACKOFF#2 stored",
                "QUEUED/READY#1, FAILED#1,    -, retry, QUEUED/BACKOFF#2 stored",
                "RUNNING#3,      FAILED#3,    -, retry, QUEUED/BACKOFF#4 stored",
                "RUNNING#4,      FAILED#4,    -, retry, FAILED#4 stored",
                "RUNNING#4,      TIMED_OUT#4, -, retry, TIMED_OUT#4 stored",
                "QUEUED/BACKOFF#2, RUNNING#2, -, retry, RUNNING#2",
                "RUNNING#2,      COMPLETED#2, -, retry, COMPLETED#2 stored",
                // duplicates and the wrong order
                "RUNNING#1,      RUNNING#1,   -, retry, same",
                "COMPLETED#1,    RUNNING#1,   -, retry, same",
                "COMPLETED#1,    COMPLETED#1, -, retry, same",
                "COMPLETED#1,    FAILED#1,    -, retry, same",
                "FAILED#4,       COMPLETED#4, FAILED, retry, same",
                "CANCELLED#1,    COMPLETED#1, -, retry, same",
                "QUEUED/BACKOFF#2, FAILED#1,  FAILED, retry, same",
                "QUEUED/BACKOFF#2, RUNNING#1, FAILED, retry, same",
                "RUNNING#2,      RUNNING#1,   FAILED, retry, same",
                "RUNNING#2,      COMPLETED#1, FAILED, retry, same",
                // a report of a newer attempt than is known
                "RUNNING#1,      RUNNING#2,   -, retry, RUNNING#2",
                "QUEUED/READY#1, COMPLETED#2, -, retry, COMPLETED#2 stored",
                // lost attempts
                "RUNNING#1,      UNKNOWN#1,   -, retry, QUEUED/BACKOFF#2 stored",
                "QUEUED/READY#1, UNKNOWN#1,   -, retry, QUEUED/BACKOFF#2 stored",
                "RUNNING#4,      UNKNOWN#4,   -, retry, FAILED#4 stored",
                "RUNNING#1,      UNKNOWN#1,   -, unknown, UNKNOWN#1 stored",
                "RUNNING#2,      UNKNOWN#1,   -, retry, same",
                "COMPLETED#1,    UNKNOWN#1,   -, retry, same",
                // the worker of a lost attempt reports after all
                "QUEUED/BACKOFF#2, COMPLETED#1, UNKNOWN, retry, COMPLETED#1 stored stops",
                "QUEUED/READY#2, COMPLETED#1, UNKNOWN, retry, COMPLETED#1 stored stops",
                "RUNNING#2,      COMPLETED#1, UNKNOWN, retry, same stored",
                "QUEUED/BACKOFF#2, FAILED#1,  UNKNOWN, retry, same stored",
                "QUEUED/BACKOFF#2, RUNNING#1, UNKNOWN, retry, same",
                "COMPLETED#2,    COMPLETED#1, UNKNOWN, retry, same stored",
                "FAILED#4,       COMPLETED#4, UNKNOWN, retry, same stored",
                "UNKNOWN#1,      COMPLETED#1, UNKNOWN, unknown, COMPLETED#1 stored",
                "UNKNOWN#1,      FAILED#1,    UNKNOWN, retry, FAILED#1 stored",
                "UNKNOWN#1,      RUNNING#1,   UNKNOWN, unknown, same",
                "UNKNOWN#2,      COMPLETED#1, FAILED, unknown, same",
                "UNKNOWN#2,      COMPLETED#1, UNKNOWN, unknown, COMPLETED#1 stored",
                // nobody can run a held run
                "QUEUED/HELD#1,  COMPLETED#1, -, retry, same",
            })
    void reportsDecideRuns(
            String stands, String comes, String recorded, String onLost, String becomes) {
        var now = standing(stands);
        var report = standing(comes);

        var verdict =
                Verdict.of(
                        now,
                        Reports.of(ID, report.attempt(), report.state()),
                        recorded == null ? null : OccurrenceState.valueOf(recorded),
                        new RunRules(null, null, onLost.equals("retry"), false, false),
                        SETTINGS);

        var expected = becomes.startsWith("same") ? now : standing(becomes.split(" ")[0]);
        assertThat(verdict)
                .isEqualTo(
                        new Verdict(
                                !becomes.startsWith("same"),
                                expected,
                                becomes.contains("stored"),
                                becomes.contains("stops")));
    }

    @Test
    void aPermanentFailureIsNotRepeated() {
        var verdict =
                decide(
                        Reports.of(ID, 1, OccurrenceState.FAILED, null, true),
                        new RunRules(5, null, true, false, false));

        assertThat(verdict.standing())
                .isEqualTo(new Standing(OccurrenceState.FAILED, null, 1, null, null));
    }

    @Test
    void aRunThatWasCancelledIsNotRepeated() {
        var verdict =
                decide(
                        Reports.of(ID, 1, OccurrenceState.FAILED),
                        new RunRules(5, null, true, false, true));

        assertThat(verdict.standing())
                .isEqualTo(new Standing(OccurrenceState.FAILED, null, 1, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0, 5, false", "1, 0, true", "-, 0, false", "-, 1, true", "-, -, true"})
    void theJobSaysHowOftenThenTheConsumerThenTheScheduler(
            Integer job, Integer consumer, boolean repeated) {
        var verdict =
                decide(
                        Reports.of(ID, 1, OccurrenceState.FAILED, consumer, false),
                        new RunRules(job, null, true, false, false));

        assertThat(verdict.standing().stage() == Stage.BACKOFF).isEqualTo(repeated);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 10, -, 10, true",
                "10, a, 20, b, 20, true",
                "20, a, 10, b, 20, false",
                "20, a, 20, b, 20, true",
                "20, a, 20, -, 20, false",
                "20, a, -, b, 20, true",
            })
    void progressGoesForwardOnly(
            Integer before,
            String textBefore,
            Integer reported,
            String text,
            Integer after,
            boolean changes) {
        var now = running(1, before);

        var verdict =
                Verdict.of(
                        now,
                        Reports.running(ID, 1, reported, text),
                        null,
                        new RunRules(null, null, true, false, false),
                        SETTINGS);

        assertThat(verdict.changes()).isEqualTo(changes);
        assertThat(verdict.standing().progress()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0} % of attempt 1, then {1} of attempt {2} with {3} %: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                // a completed run has come to its end, unless it never told where it was
                "75, COMPLETED, 1, -,  100",
                "75, COMPLETED, 1, 80, 100",
                "0,  COMPLETED, 1, -,  100",
                "-,  COMPLETED, 1, 75, 100",
                "-,  COMPLETED, 1, -,  -",
                // others show how far they came
                "75, CANCELLED, 1, -,  75",
                "75, CANCELLED, 1, 80, 80",
                "75, CANCELLED, 1, 10, 75",
                "-,  CANCELLED, 1, 5,  5",
                // an attempt begins anew
                "75, FAILED,    1, -,  -",
                "75, RUNNING,   2, -,  -",
                "75, RUNNING,   2, 10, 10",
                "75, COMPLETED, 2, -,  -",
                "75, COMPLETED, 2, 10, 100",
                "75, CANCELLED, 2, 10, 10",
            })
    void progressIsOfTheAttemptAndWholeWhenItIsCompleted(
            Integer before, OccurrenceState state, int attempt, Integer told, Integer shown) {
        var reported =
                Reports.of(ID, attempt, state)
                        .withProgressOf(Reports.running(ID, attempt, told, null));

        var verdict =
                Verdict.of(
                        running(1, before),
                        reported,
                        null,
                        new RunRules(3, null, true, false, false),
                        SETTINGS);

        assertThat(verdict.standing().progress()).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource(
            value = OccurrenceState.class,
            names = {"FAILED", "TIMED_OUT", "UNKNOWN"})
    void theLastFailureKeepsItsProgress(OccurrenceState state) {
        var verdict =
                Verdict.of(
                        running(4, 60),
                        Reports.of(ID, 4, state),
                        null,
                        new RunRules(3, null, true, false, false),
                        SETTINGS);

        assertThat(verdict.standing().isFinal()).isTrue();
        assertThat(verdict.standing().progress()).isEqualTo(60);
    }

    private static Standing running(int attempt, Integer progress) {
        return new Standing(OccurrenceState.RUNNING, null, attempt, progress, null);
    }

    private static Verdict decide(Reported reported, RunRules rules) {
        return Verdict.of(running(1, null), reported, null, rules, SETTINGS);
    }

    private static Standing standing(String text) {
        String[] parts = text.split("#");
        String[] names = parts[0].split("/");
        return new Standing(
                OccurrenceState.valueOf(names[0]),
                names.length == 2 ? Stage.valueOf(names[1]) : null,
                Integer.parseInt(parts[1]),
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({"true, 0, QUEUED", "true, 7, QUEUED", "false, 0, FAILED", "false, 1, QUEUED"})
    void aRunInterruptedByTheStopOfItsWorkerGoesOnUnlessLostRunsAreNotRepeated(
            boolean retryWhenLost, int maxRetries, OccurrenceState becomes) {
        int attempt = maxRetries == 1 ? 1 : maxRetries + 1;
        var interrupted = Reports.interrupted(ID, attempt);

        var verdict =
                Verdict.of(
                        running(attempt, null),
                        interrupted,
                        null,
                        new RunRules(maxRetries, null, retryWhenLost, false, false),
                        SETTINGS);

        assertThat(verdict.standing().state()).isEqualTo(becomes);
    }
}
