package io.milvaion.scheduler.see.statistics;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.state.tally.Period;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the last runs of many jobs at once, as a list of jobs shows them beside each. */
@ApplicationScoped
public class RecentRuns {

    private static final int EACH = 30;

    private Database database;

    protected RecentRuns() {} // for the container's proxy

    @Inject
    public RecentRuns(Database database) {
        this.database = database;
    }

    /**
     * A run in a strip of them.
     *
     * @param durationMs of its last attempt, or null
     */
    public record BriefRun(
            UUID id, OccurrenceState state, Instant plannedAt, @Nullable Long durationMs) {}

    /**
     * The last runs of a job.
     *
     * @param durations of Completed runs of the last 30 days, in UTC
     * @param runs new ones first, 30 at most
     */
    public record JobRuns(UUID jobId, @Nullable DurationSpread durations, List<BriefRun> runs) {}

    /** The last runs of those of the jobs that are reached, in the order of the ids. */
    public List<JobRuns> of(Collection<UUID> jobIds, Reach reach) {
        return database.autocommit(
                connection -> {
                    var reached = reached(connection, jobIds, reach);
                    var runs = new LinkedHashMap<UUID, List<BriefRun>>();
                    var sums = new LinkedHashMap<UUID, Sum>();
                    jobIds.stream()
                            .filter(reached::contains)
                            .forEach(
                                    id -> {
                                        runs.put(id, new ArrayList<>());
                                        sums.put(id, new Sum());
                                    });
                    read(connection, runs);
                    add(connection, sums);
                    return runs.entrySet().stream()
                            .map(e -> jobRuns(e, sums.get(e.getKey())))
                            .toList();
                });
    }

    private static JobRuns jobRuns(Map.Entry<UUID, List<BriefRun>> runs, Sum sum) {
        return new JobRuns(runs.getKey(), sum.numbers().durations(), runs.getValue());
    }

    private static List<UUID> reached(Connection connection, Collection<UUID> jobIds, Reach reach)
            throws SQLException {
        return reach.narrow(Sql.of("select j.id from jobs j"), "j.id")
                .where("j.id = any (:ids)")
                .uuids("ids", jobIds)
                .list(connection, row -> row.uuid("id"));
    }

    /** By {@code occurrences_of_job}. */
    private static void read(Connection connection, Map<UUID, List<BriefRun>> runs)
            throws SQLException {
        Sql.of(
                        """
                        select u.job_id, o.id, o.state, o.planned_at, o.duration_ms
                          from unnest(:ids::uuid[]) as u (job_id)
                               cross join lateral (
                                   select id, state, planned_at, duration_ms from occurrences
                                    where job_id = u.job_id order by id desc limit :each) o""")
                .uuids("ids", runs.keySet())
                .with("each", EACH)
                .forEach(connection, row -> runs.get(row.uuid("job_id")).add(run(row)));
    }

    private static void add(Connection connection, Map<UUID, Sum> sums) throws SQLException {
        Sql.of(
                        """
                        select r.subject, %s from %s r
                         where r.subject = any (:jobs) and r.at > now() - interval '30 days'"""
                                .formatted(Sum.COLUMNS, Period.DAY.table()))
                .uuids("jobs", sums.keySet())
                .forEach(connection, row -> sums.get(row.uuid("subject")).add(row));
    }

    private static BriefRun run(Row row) throws SQLException {
        return new BriefRun(
                row.uuid("id"),
                OccurrenceState.of(row.integer("state")),
                row.instant("planned_at"),
                row.number("duration_ms"));
    }
}
