package io.milvaion.scheduler.see.preview;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.job.catalog.Jobs;
import io.milvaion.scheduler.job.catalog.PlannedJob;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.run.dispatch.DispatchSettings;
import io.milvaion.scheduler.run.dispatch.DueJob;
import io.milvaion.scheduler.run.dispatch.DueJobs;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.time.misfire.Forecast;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.misfire.Misfires;
import io.milvaion.scheduler.time.timetable.Timetable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Foretells what dispatching makes of jobs if it goes on at some moment: after an outage, or when a
 * job is activated again. It asks the rules that the dispatcher follows and changes nothing.
 * Whether overlap lets the runs in is decided when they come.
 */
@ApplicationScoped
public class MisfirePreview {

    /** Each look sees 10,000 instants: about a second of work for one job at most. */
    private static final int LOOKS = 50;

    private static final int LOOKS_IN_LIST = 2;

    private Database database;
    private Jobs jobs;
    private Duration threshold;

    /**
     * What a misfire policy makes of the due instants.
     *
     * @param due how many instants are due
     * @param missed how many of them are missed: all or none
     * @param runs how many will run
     * @param late how many of these are recorded as late
     * @param skipped how many will not run
     * @param skippedAs the reason that these get in the ledger
     * @param firstRuns the oldest of those that run, 20 at most
     * @param nextRunAt the planned run after them; null: nothing more is planned
     * @param complete false: so many are due that only the oldest were looked at
     */
    public record MisfireOutcome(
            MisfirePolicy policy,
            long due,
            long missed,
            long runs,
            long late,
            long skipped,
            @Nullable MissedReason skippedAs,
            List<Instant> firstRuns,
            @Nullable Instant nextRunAt,
            boolean complete) {

        static MisfireOutcome of(MisfirePolicy policy, Forecast forecast) {
            long due = forecast.runs() + forecast.skipped();
            return new MisfireOutcome(
                    policy,
                    due,
                    forecast.isMisfire() ? due : 0,
                    forecast.runs(),
                    forecast.late(),
                    forecast.skipped(),
                    MissedReason.missedUnder(policy),
                    forecast.firstRuns(),
                    forecast.next().orElse(null),
                    forecast.complete());
        }
    }

    /**
     * What becomes of one job.
     *
     * @param active false: the outcome is that of activating the job at that moment
     * @param at when dispatching goes on
     * @param nextRunAt the oldest planned instant that is not dealt with; null: there is none
     * @param outcome under the job's own policy
     * @param byPolicy under each policy, to choose from
     */
    public record JobPreview(
            UUID jobId,
            String jobName,
            boolean active,
            Instant at,
            @Nullable Instant nextRunAt,
            MisfireOutcome outcome,
            List<MisfireOutcome> byPolicy) {}

    /** What becomes of a job that is due. */
    public record OverdueJob(
            UUID jobId, String jobName, Instant nextRunAt, MisfireOutcome outcome) {}

    /**
     * Jobs that are due.
     *
     * @param lastId where the next page goes on; null at the end
     */
    public record OverduePage(List<OverdueJob> jobs, UUID lastId) {}

    protected MisfirePreview() {} // for the container's proxy

    @Inject
    public MisfirePreview(Database database, Jobs jobs) {
        this(
                database,
                jobs,
                DispatchSettings.from(SettingsReader.ofApplication()).misfireThreshold());
    }

    public MisfirePreview(Database database, Jobs jobs, Duration threshold) {
        this.database = database;
        this.jobs = jobs;
        this.threshold = threshold;
    }

    /**
     * @param at when dispatching goes on, or an inactive job is activated
     * @throws NotFound if there is no such job
     */
    public JobPreview of(UUID jobId, Instant at) {
        var planned = jobs.require(jobId);
        var definition = planned.job().definition();
        var byPolicy =
                Arrays.stream(MisfirePolicy.values())
                        .map(policy -> MisfireOutcome.of(policy, forecast(planned, policy, at)))
                        .toList();
        return new JobPreview(
                jobId,
                definition.displayName(),
                definition.active(),
                at,
                planned.nextRunAt(),
                byPolicy.stream()
                        .filter(is -> is.policy().wire().equals(definition.misfirePolicy()))
                        .findFirst()
                        .orElseThrow(),
                byPolicy);
    }

    /**
     * The jobs that are due at a moment, in the order of their ids.
     *
     * @param after the last id of the page before, or null
     * @param reach of whoever asks
     */
    public OverduePage overdue(Instant at, UUID after, int limit, Reach reach) {
        var ids =
                database.autocommit(
                        connection ->
                                reach.narrow(Sql.of("select job_id from job_schedule"), "job_id")
                                        .where("next_run_at <= :at", at)
                                        .where("job_id > :after", after)
                                        .then("order by job_id limit :limit")
                                        .with("limit", limit)
                                        .list(connection, row -> row.uuid("job_id")));
        var due = DueJobs.withoutData(database).read(ids);
        return new OverduePage(
                ids.stream()
                        .map(due::get)
                        .filter(Objects::nonNull) // deactivated in the meantime
                        .map(job -> overdue(job, at))
                        .toList(),
                ids.size() < limit ? null : ids.get(ids.size() - 1));
    }

    private OverdueJob overdue(DueJob job, Instant at) {
        var forecast =
                forecast(job.timetable(), job.misfirePolicy(), job.plannedAt(), at, LOOKS_IN_LIST);
        return new OverdueJob(
                job.id(),
                job.name(),
                job.plannedAt(),
                MisfireOutcome.of(job.misfirePolicy(), forecast));
    }

    private Forecast forecast(PlannedJob planned, MisfirePolicy policy, Instant at) {
        var definition = planned.job().definition();
        if (!definition.active()) {
            return Forecast.nothingDue(firstRun(planned.job().id(), definition, at));
        }
        return definition
                .schedule()
                .readable(planned.job().id())
                .map(timetable -> forecast(timetable, policy, planned.nextRunAt(), at, LOOKS))
                .orElseGet(() -> Forecast.nothingDue(Optional.empty()));
    }

    private Forecast forecast(
            Timetable timetable, MisfirePolicy policy, Instant planned, Instant at, int looks) {
        return planned == null || planned.isAfter(at)
                ? Forecast.nothingDue(Optional.ofNullable(planned))
                : Misfires.forecast(timetable, policy, planned, at, threshold, looks);
    }

    private Optional<Instant> firstRun(UUID jobId, JobDefinition definition, Instant at) {
        var lastPlanned =
                database.autocommit(
                        connection ->
                                Sql.of("select last_planned_at from job_schedule")
                                        .where("job_id = :jobId", jobId)
                                        .first(connection, row -> row.instant("last_planned_at")));
        return definition.firstRunOnceActive(jobId, at, lastPlanned.orElse(null));
    }
}
