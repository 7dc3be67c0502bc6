package io.milvaion.scheduler.ground.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.health.Dependency.Answer;
import io.milvaion.scheduler.ground.health.Dependency.Question;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DependencyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SystemHealth health = new SystemHealth();
    private long nanos;
    private Question question = () -> Answer.up("it");
    private final Dependency dependency =
            new Dependency("server", "at home", () -> question.ask(), health, () -> nanos);

    private void askAfterASecond(Question next) {
        nanos += SECOND.toNanos();
        question = next;
        dependency.ask();
    }

    @Test
    void nothingAnswersBeforeItIsAsked() {
        assertThat(dependency.answers()).isFalse();
    }

    @Test
    void isSteadyWhileTheSameOneAnswers() {
        dependency.ask();
        askAfterASecond(() -> Answer.up("it"));
        askAfterASecond(() -> new Answer(Status.DEGRADED, "little memory", "it"));

        assertThat(dependency.answers()).isTrue();
        assertThat(dependency.steadyFor()).isEqualTo(SECOND.multipliedBy(2));
    }

    @Test
    void anotherOneHasForgottenWhatTheFirstKnew() {
        dependency.ask();
        askAfterASecond(() -> Answer.up("another"));

        assertThat(dependency.answers()).isTrue();
        assertThat(dependency.steadyFor()).isZero();
    }

    @Test
    void oneWithoutANameMayAlwaysBeAnother() {
        askAfterASecond(() -> Answer.up(null));
        askAfterASecond(() -> Answer.up(null));

        assertThat(dependency.answers()).isTrue();
        assertThat(dependency.steadyFor()).isZero();
    }

    @Test
    void steadinessBeginsAgainWithTheLastFailure() {
        dependency.ask();
        askAfterASecond(
                () -> {
                    throw new IllegalStateException("away");
                });
        assertThat(dependency.answers()).isFalse();
        assertThat(dependency.steadyFor()).isZero();

        askAfterASecond(() -> Answer.up("it"));
        assertThat(dependency.answers()).isTrue();
        assertThat(dependency.steadyFor()).isEqualTo(SECOND);
    }

    @Test
    void anOldAnswerTellsNothingOfNow() {
        dependency.ask();
        nanos += 5 * SECOND.toNanos();

        assertThat(dependency.answers()).isFalse();
        assertThat(dependency.steadyFor()).isZero();
    }

    @Test
    void ofAFailureTheKindAloneIsShown() {
        askAfterASecond(
                () -> {
                    throw new IllegalStateException(new SQLException("user at host", "08006"));
                });

        assertThat(health.of("server"))
                .hasValueSatisfying(
                        report -> {
                            assertThat(report.status()).isEqualTo(Status.DOWN);
                            assertThat(report.detail())
                                    .isEqualTo("failed with SQLSTATE 08006, at home");
                        });
    }
}
