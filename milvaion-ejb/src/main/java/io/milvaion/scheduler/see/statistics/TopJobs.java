package io.milvaion.scheduler.see.statistics;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the jobs that stand out in a range, from what is added up. */
@ApplicationScoped
public class TopJobs {

    /** So many parts are few rows of each job. */
    private static final int PARTS = 50;

    private static final int SECONDS_LIMIT = 5;

    private Database database;
    private SettingsReader settings;

    protected TopJobs() {} // for the container's proxy

    @Inject
    public TopJobs(Database database) {
        this(database, SettingsReader.ofApplication());
    }

    TopJobs(Database database, SettingsReader settings) {
        this.database = database;
        this.settings = settings;
    }

    /** What they stand out by. */
    public enum Ranking {
        /** Runs that failed, timed out or are Unknown. */
        FAILED("sum(r.failed + r.timed_out + greatest(r.unknown, 0))"),
        /** Runs that ended. */
        RUNS("sum(r.completed + r.failed + r.cancelled + r.timed_out + greatest(r.unknown, 0))"),
        /** The mean duration of Completed runs. */
        DURATION("sum(r.duration_ms) / nullif(sum(r.completed), 0)");

        private final String sql;

        Ranking(String sql) {
            this.sql = sql;
        }
    }

    /**
     * A job and its runs.
     *
     * @param deleted whether it is not there any more
     */
    public record TopJob(
            UUID jobId, String jobName, String jobType, boolean deleted, RunNumbers runs) {}

    /**
     * Jobs of a range; its members mean what they do in {@link Statistics.Series}.
     *
     * @param jobs those that stand out most first
     */
    public record TopJobList(
            Instant from, Instant to, Instant asOf, Instant since, List<TopJob> jobs) {}

    private record Found(UUID id, String name, String type, boolean deleted) {}

    /** Reads those of which the order says anything. */
    public TopJobList top(Instant from, Instant to, Ranking order, int limit, Reach reach) {
        return database.autocommit(
                connection -> {
                    var freshness = Freshness.read(connection);
                    var step = PointStep.of(from, to, PARTS, freshness.now(), settings);
                    var range = new Range(step, step.begin(from), step.end(to));
                    var found = range.find(connection, order, limit, reach);
                    return new TopJobList(
                            range.from,
                            range.to,
                            freshness.asOf(),
                            freshness.since(),
                            range.numbers(connection, found));
                });
    }

    private record Range(PointStep step, Instant from, Instant to) {

        private List<Found> find(Connection connection, Ranking order, int limit, Reach reach)
                throws SQLException {
            return reach.narrow(
                            Sql.of(
                                    """
                                    select j.id, j.display_name, j.job_type,
                                           j.deleted_at is not null as deleted
                                      from %s r join jobs j on j.id = r.subject"""
                                            .formatted(step.period().table())),
                            "r.subject")
                    .where("r.at >= :from", from)
                    .where("r.at < :end", to)
                    .then(
                            "group by j.id having %1$s > 0 order by %1$s desc, j.id limit :limit"
                                    .formatted(order.sql))
                    .with("limit", limit)
                    .plannedEachTime()
                    .answeredWithin(SECONDS_LIMIT)
                    .list(
                            connection,
                            row ->
                                    new Found(
                                            row.uuid("id"),
                                            row.text("display_name"),
                                            row.text("job_type"),
                                            row.flag("deleted")));
        }

        private List<TopJob> numbers(Connection connection, List<Found> found) throws SQLException {
            Map<UUID, Sum> sums = new LinkedHashMap<>();
            found.forEach(job -> sums.put(job.id, new Sum()));
            Sql.of("select r.subject, %s from %s r".formatted(Sum.COLUMNS, step.period().table()))
                    .where("r.subject = any (:jobs)")
                    .uuids("jobs", sums.keySet())
                    .where("r.at >= :from", from)
                    .where("r.at < :end", to)
                    .forEach(connection, row -> sums.get(row.uuid("subject")).add(row));
            return found.stream()
                    .map(
                            job ->
                                    new TopJob(
                                            job.id,
                                            job.name,
                                            job.type,
                                            job.deleted,
                                            sums.get(job.id).numbers()))
                    .toList();
        }
    }
}
