package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Plans the jobs anew that are marked in {@code replannings}. */
@ApplicationScoped
public class Replannings {

    private Database database;

    protected Replannings() {} // for the container's proxy

    @Inject
    public Replannings(Database database) {
        this.database = database;
    }

    private record Marked(UUID jobId, String reason) {}

    /**
     * Plans some of them, each in a transaction of its own; called by the leader each second.
     *
     * @return how many; as many as {@code limit} means there may be more
     */
    public int run(int limit) {
        var marked =
                database.autocommit(
                        connection ->
                                Sql.of("select job_id, reason from replannings order by job_id")
                                        .then("limit :limit")
                                        .with("limit", limit)
                                        .list(
                                                connection,
                                                row ->
                                                        new Marked(
                                                                row.uuid("job_id"),
                                                                row.text("reason"))));
        marked.forEach(
                one ->
                        database.transaction(
                                connection -> {
                                    plan(connection, one);
                                    return null;
                                }));
        return marked.size();
    }

    /** The mark first: one that is made again meanwhile waits for it, and stays. */
    private static void plan(Connection connection, Marked marked) throws SQLException {
        Sql.of("delete from replannings where job_id = :id")
                .with("id", marked.jobId())
                .update(connection);
        var book = CalendarBooks.of(connection).book();
        ClosedPlan.move(connection, marked.jobId(), book, marked.reason());
    }
}
