package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Lists jobs without their data, of which a page could have 200 MiB: it is not even read, and so
 * not by Hibernate, which reads entities whole.
 */
@ApplicationScoped
public class JobLists {

    private static final int MOST_GROUPS = 200;

    private static final String GROUPS =
            "select g.value, count(*) as jobs, count(*) filter (where j.active) as active";

    private Database database;

    protected JobLists() {} // for the container's proxy

    @Inject
    public JobLists(Database database) {
        this.database = database;
    }

    public JobPage list(JobFilter filter) {
        return database.autocommit(
                connection ->
                        JobPage.of(
                                filter.page(Sql.of(ListedJob.SELECT))
                                        .list(connection, ListedJob::of),
                                count(connection, filter)));
    }

    /** Groups of the jobs of a filter, the largest first. */
    public List<JobGroup> groups(JobGroup.By by, JobFilter filter) {
        return database.autocommit(
                connection ->
                        filter.conditions(Sql.of(GROUPS + by.from()))
                                .then("group by g.value order by jobs desc, g.value limit :most")
                                .with("most", MOST_GROUPS)
                                .list(connection, JobLists::group));
    }

    private static JobGroup group(Row row) throws SQLException {
        return new JobGroup(row.text("value"), row.number("jobs"), row.number("active"));
    }

    private static int count(Connection connection, JobFilter filter) throws SQLException {
        return filter.conditions(Sql.of("select count(*)::int as jobs from (select 1 from jobs j"))
                .then("limit :most) j")
                .with("most", JobPage.COUNTED + 1)
                .one(connection, row -> row.integer("jobs"));
    }
}
