package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.see.recent.Recent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Foretells the planned runs of a window. Safe to share. */
@ApplicationScoped
public class Forecaster {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Question(ForecastWindow window, Reach reach) {}

    private record Known(Instant asOf, List<ForecastJob> jobs, UnplannedJobs unplanned) {}

    private final Recent<Question, PlanForecast> recent = new Recent<>(KEPT, KEPT);
    private Database database;

    protected Forecaster() {} // for the container's proxy

    @Inject
    public Forecaster(Database database) {
        this.database = database;
    }

    /**
     * As of now, or of a minute ago.
     *
     * @param window of at most {@value ForecastWindow#MOST_STEPS} steps
     * @param reach of whoever asks
     */
    public PlanForecast read(ForecastWindow window, Reach reach) {
        return recent.get(
                new Question(window, reach), () -> look(window, reach, Census.MOST_STEPS));
    }

    PlanForecast look(ForecastWindow window, Reach reach, int mostSteps) {
        var known = database.autocommit(connection -> known(connection, reach));
        return PlanForecast.of(known.asOf(), window, known.jobs(), mostSteps, known.unplanned());
    }

    private static Known known(Connection connection, Reach reach) throws SQLException {
        var jobs =
                Sql.of(
                                "select j.id, j.display_name, j.job_type, s.next_run_at, "
                                        + JobSchedule.COLUMNS
                                        + " from job_schedule s join jobs j on j.id = s.job_id")
                        .where("s.next_run_at is not null and j.active and j.deleted_at is null");
        return new Known(
                Sql.of("select now() as now").one(connection, row -> row.instant("now")),
                reach.narrow(jobs, "j.id").list(connection, Forecaster::job),
                UnplannedJobs.read(connection, reach));
    }

    private static ForecastJob job(Row row) throws SQLException {
        return new ForecastJob(
                row.uuid("id"),
                row.text("display_name"),
                row.text("job_type"),
                row.instant("next_run_at"),
                JobSchedule.of(row));
    }
}
