package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.job.autodisable.Breaker;
import io.milvaion.scheduler.job.autodisable.FailureState;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.plan.ScheduleRow;
import io.milvaion.scheduler.job.plan.SkippedRuns;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.VersionRows;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.gate.Recount;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.missed.SkipLedger;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.OpenRun;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.publish.Released;
import io.milvaion.scheduler.time.timetable.Timetable;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.Session;

/**
 * The transactions that write a definition and its schedule row. Each locks the job, then its
 * schedule row, then its open runs, then its failures, and works on one connection: Hibernate's. An
 * enterprise bean, because the persistence unit of an EJB module is found from its own beans only.
 */
@Stateless
@Interceptors(ServersAway.class)
public class JobStore {

    @PersistenceContext(unitName = "milvaion")
    EntityManager entities;

    @Inject RunIndex index;
    @Inject Cancellation cancellation;

    /**
     * @param id null for any
     */
    public Saved create(UUID id, JobDefinition definition, Change by) {
        return onConnection(
                connection -> {
                    var now = ScheduleRow.now(connection);
                    CalendarRows.hold(connection, definition.schedule().calendars());
                    var job =
                            Job.create(id == null ? TimeOrderedId.next(now) : id, definition, now);
                    var next = definition.firstRun(job.id(), now, null).orElse(null);
                    entities.persist(job);
                    entities.flush();
                    ScheduleRow.insert(connection, job.id(), next);
                    VersionRows.insert(connection, job, definition, by);
                    return Saved.only(planned(job, next));
                });
    }

    /**
     * @param change makes the new definition; may refuse
     */
    public Saved edit(
            UUID id, ExpectedVersion expected, UnaryOperator<JobDefinition> change, Change by) {
        var job = lock(id, expected);
        var after = change.apply(job.definition());
        return onConnection(connection -> edit(connection, job, after, by));
    }

    /**
     * Deactivates a job that its failures have tripped.
     *
     * @return empty if there was nothing to deactivate
     */
    public Optional<Saved> disable(UUID id) {
        var job = entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        return onConnection(
                connection -> {
                    if (!Breaker.of(connection, id).map(Breaker::tripped).orElse(false)) {
                        return Optional.empty();
                    }
                    if (job == null || job.isDeleted() || !job.definition().active()) {
                        Breaker.untrip(connection, id);
                        return Optional.empty();
                    }
                    var after = job.definition().withActive(false);
                    return Optional.of(edit(connection, job, after, Change.autoDisabled()));
                });
    }

    /**
     * Enables a job whose cooldown is over.
     *
     * @return empty if there was nothing to enable
     */
    public Optional<Saved> enable(UUID id) {
        var job = entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        return onConnection(
                connection -> {
                    var at = Breaker.of(connection, id).map(Breaker::enablesAt);
                    if (at.isEmpty() || at.get().isAfter(ScheduleRow.now(connection))) {
                        return Optional.empty();
                    }
                    if (job == null || job.isDeleted() || job.definition().active()) {
                        Breaker.letGo(connection, id);
                        return Optional.empty();
                    }
                    var after = job.definition().withActive(true);
                    return Optional.of(edit(connection, job, after, Change.autoEnabled()));
                });
    }

    private Saved edit(Connection connection, Job job, JobDefinition after, Change by)
            throws SQLException {
        var id = job.id();
        var before = job.definition();
        var row = ScheduleRow.lock(connection, id);
        if (after.equals(before)) {
            return Saved.only(planned(job, row.nextRunAt()));
        }
        var next = row.nextRunAt();
        var skipped = List.<Skip>of();
        if (!after.plansLike(before)) {
            CalendarRows.hold(connection, after.schedule().calendars());
            skipped = skipDue(connection, before, row, reason(before, after));
            next = after.firstRun(id, row.now(), row.lastPlannedAt()).orElse(null);
        }
        if (!before.active()
                && after.active()
                && after.schedule().executeAt() != null
                && next == null) {
            skipped = SkippedRuns.whileInactive(connection, row, after.schedule().executeAt());
            SkipLedger.insert(connection, skipped);
        }
        job.edit(after, row.now());
        entities.flush();
        row.write(connection, job.version(), next);
        VersionRows.insert(connection, job, before, by);
        var ended = List.<UUID>of();
        if (before.active() && !after.active()) {
            var held = OpenRuns.lock(connection, id).stream().filter(OpenRun::isHeld);
            ended =
                    cancellation.cancelQueued(
                            connection, id, held.toList(), "the job was deactivated");
        }
        var released =
                after.overlapsLike(before)
                        ? List.<UUID>of()
                        : Recount.of(connection, id).released();
        OccurrenceJournal.write(connection, releasedByEdit(released));
        noteFailures(connection, job, before, by);
        var planned = planned(job, next);
        return new Saved(planned, Released.register(connection, index, released), ended, skipped);
    }

    /** Locks the failures, the last row in the order of locks. */
    private static void noteFailures(
            Connection connection, Job job, JobDefinition before, Change by) throws SQLException {
        var after = job.definition();
        if (by.kind() == Change.Kind.AUTO_DISABLED) {
            var reason = Breaker.of(connection, job.id()).map(Breaker::reason).orElseThrow();
            Breaker.disabled(
                    connection, job.id(), job.updatedAt(), reason, after.autoEnableAfterSeconds());
        } else if (after.active() != before.active()) {
            if (after.active()) {
                Breaker.reset(connection, job.id());
            } else {
                Breaker.letGo(connection, job.id());
            }
        } else if (!Objects.equals(
                after.autoEnableAfterSeconds(), before.autoEnableAfterSeconds())) {
            Breaker.enableAfter(connection, job.id(), after.autoEnableAfterSeconds());
        }
    }

    /** To be called after all statements, since it reads what they have written. */
    private PlannedJob planned(Job job, Instant next) {
        return new PlannedJob(job, next, entities.find(FailureState.class, job.id()));
    }

    public Saved delete(UUID id, ExpectedVersion expected, Change by) {
        var job = lock(id, expected);
        return onConnection(
                connection -> {
                    var row = ScheduleRow.lock(connection, id);
                    var skipped = skipDue(connection, job.definition(), row, MissedReason.DELETED);
                    job.delete(row.now());
                    entities.flush();
                    row.write(connection, job.version(), null);
                    VersionRows.insert(connection, job, job.definition(), by);
                    var ended =
                            cancellation.cancelQueued(
                                    connection,
                                    id,
                                    OpenRuns.lock(connection, id),
                                    "the job was deleted");
                    Breaker.letGo(connection, id);
                    return new Saved(planned(job, null), List.of(), ended, skipped);
                });
    }

    private Job lock(UUID id, ExpectedVersion expected) {
        var job = entities.find(Job.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job == null || job.isDeleted()) {
            throw new NotFound(NotFound.What.JOB, id);
        }
        if (!expected.allows(job.version())) {
            throw new StaleVersion(id, job.version());
        }
        return job;
    }

    private static List<Skip> skipDue(
            Connection connection, JobDefinition before, ScheduleRow row, MissedReason reason)
            throws SQLException {
        if (!before.active()) {
            return List.of();
        }
        var timetable =
                before.schedule().readable(row.jobId()).orElseGet(() -> onlyAt(row.nextRunAt()));
        var skipped = SkippedRuns.until(row.now(), row.jobId(), timetable, row.nextRunAt(), reason);
        SkipLedger.insert(connection, skipped);
        return skipped;
    }

    private static Timetable onlyAt(Instant next) {
        return next == null ? Timetable.none() : Timetable.once(next);
    }

    private static List<OccurrenceJournal.Line> releasedByEdit(List<UUID> released) {
        return released.stream()
                .map(id -> OccurrenceJournal.Line.info(id, "Released: its job lets more runs in"))
                .toList();
    }

    private static MissedReason reason(JobDefinition before, JobDefinition after) {
        return before.active() && !after.active()
                ? MissedReason.DEACTIVATED
                : MissedReason.RESCHEDULED;
    }

    /** Work on the connection of the transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onConnection(Work<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work::on);
    }
}
