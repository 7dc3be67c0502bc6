package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.definition.JobSchedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Jobs without a next run, by their reasons. */
record UnplannedJobs(List<UnplannedJob> jobs, List<UnplannedTotal> totals) {

    private static final int LISTED = 100;

    /** The rank of the reason, so that rows come in the order of the reasons. */
    private static final String REASON =
            """
            case when not j.active then case when f.disabled_at is null then %d else %d end
                 when %s then %d
                 when j.execute_at is null then %d
                 when s.last_planned_at is null then %d else %d end"""
                    .formatted(
                            Unplanned.INACTIVE.rank(),
                            Unplanned.DISABLED.rank(),
                            JobSchedule.REPEATS,
                            Unplanned.OVER.rank(),
                            Unplanned.NOT_SCHEDULED.rank(),
                            Unplanned.PASSED.rank(),
                            Unplanned.HAS_RUN.rank());

    private static final String FROM =
            """
             from job_schedule s join jobs j on j.id = s.job_id
             left join job_failures f on f.job_id = j.id""";

    static UnplannedJobs read(Connection connection, Reach reach) throws SQLException {
        return new UnplannedJobs(list(connection, reach), totals(connection, reach));
    }

    private static List<UnplannedJob> list(Connection connection, Reach reach) throws SQLException {
        var select =
                Sql.of(
                        "select j.id, j.display_name, j.job_type, s.last_planned_at, "
                                + REASON
                                + " as reason "
                                + FROM);
        return unplanned(reach, select)
                .then("order by reason, j.display_name, j.id limit " + LISTED)
                .list(connection, UnplannedJobs::job);
    }

    private static List<UnplannedTotal> totals(Connection connection, Reach reach)
            throws SQLException {
        return unplanned(reach, Sql.of("select " + REASON + " as reason, count(*) as jobs " + FROM))
                .then("group by 1 order by 1")
                .list(connection, row -> new UnplannedTotal(reason(row), row.number("jobs")));
    }

    private static Sql unplanned(Reach reach, Sql select) {
        return reach.narrow(select, "j.id")
                .where("s.next_run_at is null and j.deleted_at is null")
                .where("not (j.active and " + JobSchedule.FOLLOWS + ")");
    }

    private static UnplannedJob job(Row row) throws SQLException {
        return new UnplannedJob(
                row.uuid("id"),
                row.text("display_name"),
                row.text("job_type"),
                reason(row),
                row.instant("last_planned_at"));
    }

    private static Unplanned reason(Row row) throws SQLException {
        return Unplanned.of(row.integer("reason"));
    }

    /** Those that cannot be read as well, before all others. */
    UnplannedJobs and(List<ForecastJob> unreadable) {
        if (unreadable.isEmpty()) {
            return this;
        }
        return new UnplannedJobs(
                Stream.concat(unreadable.stream().map(UnplannedJob::unreadable), jobs.stream())
                        .limit(LISTED)
                        .toList(),
                Stream.concat(
                                Stream.of(
                                        new UnplannedTotal(
                                                Unplanned.UNREADABLE, unreadable.size())),
                                totals.stream())
                        .toList());
    }
}
