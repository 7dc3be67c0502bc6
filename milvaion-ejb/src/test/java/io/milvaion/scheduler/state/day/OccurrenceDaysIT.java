package io.milvaion.scheduler.state.day;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Far days, so that no run of another test is in them. */
class OccurrenceDaysIT {

    private static final LocalDate TODAY = LocalDate.of(2031, 5, 10);

    private final Database database = Services.database();
    private TrackingScene scene;

    @BeforeEach
    void open() {
        scene = new TrackingScene();
        create();
        create();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void daysFromTwoBackToSevenAheadHavePartitions() {
        assertThat(
                        scene.list(
                                """
                                select relname from pg_class
                                 where relkind = 'r' and relname ~ '^occurrences_203105' order by 1"""))
                .hasSize(10)
                .startsWith("occurrences_20310508")
                .endsWith("occurrences_20310517");
    }

    @Test
    void aRunIsInThePartitionOfItsTime() {
        var run = run(TODAY, LocalTime.MAX.withNano(999_000_000));

        assertThat(scene.one("select tableoid::regclass::text from occurrences where id = ?", run))
                .isEqualTo("occurrences_20310510");
    }

    @Test
    void anOldDayWithoutOpenRunsIsClosedUntilARunIsOpenedInIt() {
        var day = TODAY.minusDays(1);
        var later = TODAY.plusDays(7);
        var run = run(day, LocalTime.NOON);

        close(day, later);
        assertThat(open(later)).contains(day);
        scene.execute(
                "update occurrences set state = 2, stage = null, ended_at = now() where id = ?",
                run);
        close(day, later);
        assertThat(open(later)).doesNotContain(day);

        database.transaction(
                connection -> {
                    OccurrenceDays.reopen(
                            connection,
                            List.of(run),
                            later.atStartOfDay().toInstant(ZoneOffset.UTC));
                    return null;
                });
        assertThat(open(later)).contains(day);
    }

    @Test
    void aDayIsNotOldBeforeTwoDays() {
        assertThat(open(TODAY)).doesNotContain(TODAY.minusDays(2));
        assertThat(open(TODAY.plusDays(1))).contains(TODAY.minusDays(2));
    }

    private void create() {
        database.transaction(
                connection -> {
                    OccurrenceDays.create(connection, TODAY);
                    return null;
                });
    }

    private void close(LocalDate day, LocalDate today) {
        assertThat(today).isAfter(day);
        database.transaction(
                connection -> {
                    OccurrenceDays.close(connection, day);
                    return null;
                });
    }

    private List<LocalDate> open(LocalDate today) {
        return database.autocommit(connection -> OccurrenceDays.open(connection, today));
    }

    private UUID run(LocalDate day, LocalTime time) {
        var job = scene.job(null, "retry");
        return scene.run(
                job,
                Stage.READY,
                OccurrenceId.planned(job, day.atTime(time).toInstant(ZoneOffset.UTC)));
    }
}
