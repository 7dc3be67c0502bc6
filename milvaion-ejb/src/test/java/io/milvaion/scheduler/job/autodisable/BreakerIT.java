package io.milvaion.scheduler.job.autodisable;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.service.Services;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BreakerIT {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.123Z");

    private final Database database = Services.database();

    @Test
    void aTrippedJobIsFoundUntilItIsDeactivated() {
        var job = tripped();

        assertThat(database.autocommit(Breaker::undone)).contains(job);
        assertThat(breaker(job).tripped()).isTrue();
        assertThat(breaker(job).reason()).isEqualTo("2 consecutive failures, the last: it broke");
        disable(job, null);

        assertThat(database.autocommit(Breaker::undone)).doesNotContain(job);
        assertThat(breaker(job))
                .extracting(Breaker::tripped, Breaker::enablesAt)
                .containsExactly(false, null);
    }

    @Test
    void aCooldownIsFoundWhenItIsOver() {
        var waiting = tripped();
        var over = tripped();
        disable(waiting, 60);
        disable(over, 60);
        assertThat(breaker(waiting).enablesAt()).isEqualTo(NOW.plusSeconds(60));

        execute(
                "update job_failures set enables_at = now() - interval '1 ms' where job_id = ?",
                over);

        assertThat(database.autocommit(Breaker::undone)).contains(over).doesNotContain(waiting);
    }

    @Test
    void anotherCooldownCountsFromTheDeactivation() {
        var job = tripped();
        disable(job, 60);

        change(connection -> Breaker.enableAfter(connection, job, 90));
        assertThat(breaker(job).enablesAt()).isEqualTo(NOW.plusSeconds(90));
        change(connection -> Breaker.enableAfter(connection, job, null));
        assertThat(breaker(job).enablesAt()).isNull();
    }

    @Test
    void lettingGoKeepsTheCountAndAResetDoesNot() {
        var job = tripped();

        change(connection -> Breaker.letGo(connection, job));
        assertThat(breaker(job).tripped()).isFalse();
        assertThat(streak(job).failures()).isEqualTo(2);
        change(connection -> Breaker.reset(connection, job));

        assertThat(streak(job)).isEqualTo(Streak.NONE);
    }

    /** Statements of a test. */
    @FunctionalInterface
    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private void change(Change change) {
        database.transaction(
                connection -> {
                    change.on(connection);
                    return null;
                });
    }

    private UUID tripped() {
        var job = UUID.randomUUID();
        var streak = Streak.NONE.failed(NOW, "it fell", 2).failed(NOW, "it broke", 2);
        change(
                connection -> {
                    FailureRows.lock(connection, List.of(job));
                    FailureRows.write(
                            connection, List.of(new FailureRows.Counted(job, streak, true)));
                });
        assertThat(streak(job)).isEqualTo(streak);
        return job;
    }

    private void disable(UUID job, Integer enableAfterSeconds) {
        change(c -> Breaker.disabled(c, job, NOW, "it broke", enableAfterSeconds));
    }

    private Streak streak(UUID job) {
        return database.transaction(c -> FailureRows.lock(c, List.of(job))).get(job);
    }

    private Breaker breaker(UUID job) {
        return database.autocommit(connection -> Breaker.of(connection, job)).orElseThrow();
    }

    private void execute(String sql, UUID job) {
        change(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.setObject(1, job);
                        statement.executeUpdate();
                    }
                });
    }
}
