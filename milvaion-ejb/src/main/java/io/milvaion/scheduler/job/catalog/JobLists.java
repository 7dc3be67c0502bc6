package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lists jobs without their data, of which a page could have 200 MiB: it is not even read, and so
 * not by Hibernate, which reads entities whole.
 */
@ApplicationScoped
public class JobLists {

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

    private static int count(Connection connection, JobFilter filter) throws SQLException {
        return filter.conditions(Sql.of("select count(*)::int as jobs from (select 1 from jobs j"))
                .then("limit :most) j")
                .with("most", JobPage.COUNTED + 1)
                .one(connection, row -> row.integer("jobs"));
    }
}
