package io.milvaion.scheduler.job.catalog;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.job.calendar.CalendarInUse;
import io.milvaion.scheduler.job.calendar.CalendarWriting;
import io.milvaion.scheduler.job.calendar.Replannings;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs that name calendars, and what changes of these make of them. */
class ClosedJobsIT {

    private static final CalendarRule WEEKENDS =
            CalendarRule.weekdays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final JobScene scene = new JobScene();
    private final String calendar = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aChangeOfACalendarPlansItsJobsAnewAsAVersion() {
        put(WEEKENDS);
        var id = scene.create(aJob().every("0 9 * * SAT").closedBy(calendar, "nextDay").build());
        var monday = scene.read(id).nextRunAt();
        assertThat(monday.atOffset(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);

        put(WEEKENDS, CalendarRule.dates("x", LocalDate.ofInstant(monday, ZoneOffset.UTC)));

        var tuesday = monday.plus(1, ChronoUnit.DAYS);
        assertThat(scene.read(id).nextRunAt()).isEqualTo(tuesday);
        var newest = scene.versions.list(id, null, 1).get(0);
        assertThat(newest.kind()).isEqualTo(Change.Kind.REPLANNED);
        assertThat(newest.detail())
                .isEqualTo(
                        "next run moved from %s to %s because the calendar %s has changed"
                                .formatted(monday, tuesday, calendar));
    }

    @Test
    void whatHasRunDoesNotRunAgainWhereItWouldBeMovedTo() {
        put();
        var today = LocalDate.now(ZoneOffset.UTC);
        var weekly = "0 0 * * " + today.getDayOfWeek().name().substring(0, 3);
        var id = scene.create(aJob().every(weekly).closedBy(calendar, "nextDay").build());
        var midnight = today.atStartOfDay().toInstant(ZoneOffset.UTC);
        execute(
                "update job_schedule set last_planned_at = '" + midnight + "' where job_id = :id",
                id);

        put(CalendarRule.dates("x", today));

        assertThat(scene.read(id).nextRunAt()).isEqualTo(midnight.plus(7, ChronoUnit.DAYS));
    }

    @Test
    void whatIsDueIsLeftToTheDispatcher() {
        put();
        var id = scene.create(aJob().every("0 0 * * *").closedBy(calendar, "skip").build());
        var due = Instant.now().minusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        execute("update job_schedule set next_run_at = '" + due + "' where job_id = :id", id);

        put(WEEKENDS);

        assertThat(scene.read(id).nextRunAt()).isEqualTo(due);
    }

    @Test
    void markedJobsArePlannedByTheLeader() {
        put(WEEKENDS);
        var id = scene.create(aJob().every("0 9 * * SAT").closedBy(calendar, "nextDay").build());
        var monday = scene.read(id).nextRunAt();
        execute(
                "update job_schedule set next_run_at = next_run_at + interval '1 day' where job_id = :id",
                id);
        execute("insert into replannings (job_id, reason) values (:id, 'because of a test')", id);

        new Replannings(Services.database()).run(1_000);

        assertThat(scene.read(id).nextRunAt()).isEqualTo(monday);
        assertThat(scene.versions.list(id, null, 1).get(0).detail()).endsWith("because of a test");
        assertThat(
                        Services.database()
                                .<Boolean>autocommit(
                                        connection ->
                                                Sql.of(
                                                                "select 1 from replannings where job_id = :id")
                                                        .with("id", id)
                                                        .found(connection)))
                .isFalse();
    }

    @Test
    void calendarsThatAreNamedAreThereAndStay() {
        put(WEEKENDS);
        scene.create(aJob().named("one").every("0 9 * * *").closedBy(calendar, "skip").build());

        assertThatThrownBy(() -> in(c -> delete(c, calendar)))
                .isInstanceOf(CalendarInUse.class)
                .hasMessageContaining("one");
        assertThatThrownBy(
                        () ->
                                scene.create(
                                        aJob().every("0 9 * * *")
                                                .closedBy("nobody", "skip")
                                                .build()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("calendars[0]");
        assertThatThrownBy(
                        () ->
                                scene.create(
                                        aJob().every("0 9 * * SUN")
                                                .closedBy(calendar, "skip")
                                                .build()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("calendars");
    }

    private void put(CalendarRule... exclude) {
        in(
                connection -> {
                    CalendarRows.lock(connection);
                    return CalendarWriting.put(
                            connection, calendar, CalendarDefinition.excluding(exclude));
                });
        Services.database().autocommit(CalendarBooks::of);
    }

    private static Void delete(Connection connection, String name) throws SQLException {
        CalendarWriting.delete(connection, name);
        return null;
    }

    private static <T> T in(Database.Work<T> work) {
        return Services.database().transaction(work);
    }

    private static void execute(String sql, UUID id) {
        Services.database().autocommit(connection -> Sql.of(sql).with("id", id).update(connection));
    }
}
