package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Reads the missed-run ledger: skipped and late runs together, and how many there were. */
@ApplicationScoped
public class MissedRuns {

    private static final int MOST_COUNTS = 1_000;

    private static final String SKIPPED =
            "select s.*, j.display_name from skipped_runs s join jobs j on j.id = s.job_id";

    private static final Comparator<MissedRun> NEW_TO_OLD =
            Comparator.comparing(MissedRun::id, Columns.UUID_ORDER).reversed();

    private Database database;

    protected MissedRuns() {} // for the container's proxy

    @Inject
    public MissedRuns(Database database) {
        this.database = database;
    }

    /** Missed instants of one reason. */
    public record MissedTotal(MissedReason reason, long count) {}

    /** Missed instants of one job and reason. */
    public record MissedCount(UUID jobId, String jobName, MissedReason reason, long count) {}

    /**
     * How many instants were missed.
     *
     * @param totals over all jobs that were asked for
     * @param jobs the largest counts first, {@value #MOST_COUNTS} at most
     */
    public record MissedSummary(List<MissedTotal> totals, List<MissedCount> jobs) {}

    /** New ones first, continued after the last id. */
    public List<MissedRun> list(MissedRunFilter filter) {
        return database.autocommit(
                connection -> {
                    var found = new ArrayList<MissedRun>();
                    if (filter.reason() != MissedReason.LATE) {
                        found.addAll(skipped(connection, filter));
                    }
                    if (filter.reason() == null || filter.reason() == MissedReason.LATE) {
                        found.addAll(late(connection, filter));
                    }
                    return found.stream().sorted(NEW_TO_OLD).limit(filter.limit()).toList();
                });
    }

    /** The skipped ones alone, likewise. */
    public List<SkippedRun> skipped(MissedRunFilter filter) {
        return database.autocommit(
                connection ->
                        filter.reach()
                                .narrow(Sql.of(SKIPPED), "s.job_id")
                                .where("s.job_id = :jobId", filter.jobId())
                                .where("s.reason = :reason", filter.stored())
                                .where("s.id >= :from", filter.lowest())
                                .where("s.id < :end", filter.end())
                                .where("s.id < :after", filter.after())
                                .then("order by s.id desc limit :limit")
                                .with("limit", filter.limit())
                                .list(connection, SkippedRun::of));
    }

    /**
     * Counts by the full hours in which the records were written, the first and the last included.
     *
     * @param jobId or null for all jobs
     * @param reach of whoever asks
     */
    public MissedSummary summary(UUID jobId, Instant from, Instant to, Reach reach) {
        return database.autocommit(
                connection ->
                        new MissedSummary(
                                totals(connection, jobId, from, to, reach),
                                counted(
                                                """
                                                select l.job_id, j.display_name, l.reason, l.count
                                                  from (select c.job_id, c.reason,
                                                               sum(c.count)::bigint as count
                                                          from missed_counters c""",
                                                jobId,
                                                from,
                                                to,
                                                reach)
                                        .then(
                                                """
                                                        group by c.job_id, c.reason
                                                        order by count desc, job_id, reason limit :limit) l
                                                 join jobs j on j.id = l.job_id
                                                order by l.count desc, l.job_id, l.reason""")
                                        .with("limit", MOST_COUNTS)
                                        .list(
                                                connection,
                                                row ->
                                                        new MissedCount(
                                                                row.uuid("job_id"),
                                                                row.text("display_name"),
                                                                MissedReason.of(row.text("reason")),
                                                                row.number("count")))));
    }

    /** Counts of all jobs, likewise. */
    public List<MissedTotal> totals(Instant from, Instant to) {
        return database.autocommit(connection -> totals(connection, from, to, Reach.EVERYTHING));
    }

    /** Counts of all jobs that are reached, likewise. */
    public static List<MissedTotal> totals(
            Connection connection, Instant from, Instant to, Reach reach) throws SQLException {
        return totals(connection, null, from, to, reach);
    }

    private static List<MissedTotal> totals(
            Connection connection, UUID jobId, Instant from, Instant to, Reach reach)
            throws SQLException {
        boolean all = jobId == null && reach.isEverything();
        String counters = all ? "missed_totals" : "missed_counters";
        return counted(
                        "select c.reason, sum(c.count)::bigint as count from " + counters + " c",
                        jobId,
                        from,
                        to,
                        reach)
                .then("group by c.reason order by c.reason")
                .list(
                        connection,
                        row ->
                                new MissedTotal(
                                        MissedReason.of(row.text("reason")), row.number("count")));
    }

    private static Sql counted(
            String selectAndFrom, UUID jobId, Instant from, Instant to, Reach reach) {
        return reach.narrow(Sql.of(selectAndFrom), "c.job_id")
                .where("c.job_id = :jobId", jobId)
                .where("c.hour >= :from", from.truncatedTo(ChronoUnit.HOURS))
                .where("c.hour <= :to", to);
    }

    private static List<MissedRun> skipped(Connection connection, MissedRunFilter filter)
            throws SQLException {
        return filter.reach()
                .narrow(Sql.of(SKIPPED), "s.job_id")
                .where("s.job_id = :jobId", filter.jobId())
                .where("s.reason = :reason", filter.stored())
                .where("s.id >= :from", filter.lowest())
                .where("s.id < :end", filter.end())
                .where("s.id < :after", filter.after())
                .then("order by s.id desc limit :limit")
                .with("limit", filter.limit())
                .list(connection, MissedRun::ofSkipped);
    }

    private static List<MissedRun> late(Connection connection, MissedRunFilter filter)
            throws SQLException {
        return filter.reach()
                .narrow(
                        Sql.of(
                                "select l.*, j.display_name from late_runs l"
                                        + " join jobs j on j.id = l.job_id"),
                        "l.job_id")
                .where("l.job_id = :jobId", filter.jobId())
                .where("l.occurrence_id >= :from", filter.lowest())
                .where("l.occurrence_id < :end", filter.end())
                .where("l.occurrence_id < :after", filter.after())
                .then("order by l.occurrence_id desc limit :limit")
                .with("limit", filter.limit())
                .list(connection, MissedRun::ofLate);
    }
}
