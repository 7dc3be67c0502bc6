package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * How many jobs there are, as last counted: counting a million takes PostgreSQL 100 ms and more,
 * too long for whoever asks.
 */
@ApplicationScoped
public class JobCounts {

    private Database database;
    private volatile Counted last;

    protected JobCounts() {} // for the container's proxy

    @Inject
    public JobCounts(Database database) {
        this.database = database;
    }

    /** Jobs that are not deleted. */
    record Counted(long jobs, long active) {}

    /** The numbers of the last count; counts only if nobody has yet. */
    Counted last() {
        return Optional.ofNullable(last).orElseGet(this::count);
    }

    Counted count() {
        var counted =
                database.autocommit(
                        connection ->
                                Sql.of(
                                                """
                                                select count(*) as jobs,
                                                       count(*) filter (where active)
                                                           as active
                                                  from jobs where deleted_at is null""")
                                        .one(
                                                connection,
                                                row ->
                                                        new Counted(
                                                                row.number("jobs"),
                                                                row.number("active"))));
        last = counted;
        return counted;
    }
}
