package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import io.milvaion.scheduler.ground.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Runs that ended otherwise than Completed: lists them, and records what was done about them.
 * Deleting one deletes its entry in this list; the occurrence, its log and its job stay.
 */
@ApplicationScoped
public class Failures {

    private static final String FROM =
            "select f.*, j.display_name from failed_occurrences f join jobs j on j.id = f.job_id";

    private Database database;
    private LiveEvents events;

    protected Failures() {} // for the container's proxy

    @Inject
    public Failures(Database database, LiveEvents events) {
        this.database = database;
        this.events = events;
    }

    /** A change of those rows that the part of a statement names. */
    @FunctionalInterface
    private interface Step {
        Progress.Portion apply(Connection connection, Sql part) throws SQLException;
    }

    /**
     * @param after the last id of the page before, or null: the list goes from new to old
     */
    public List<FailedOccurrence> list(FailureFilter filter, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        filter.conditions(Sql.of(FROM))
                                .where("f.occurrence_id < :after", after)
                                .then("order by f.occurrence_id desc limit :limit")
                                .with("limit", limit)
                                .list(connection, FailedOccurrence::of));
    }

    /**
     * @throws NotFound if it is not in the list
     */
    public FailedOccurrence require(UUID occurrenceId) {
        return database.autocommit(connection -> require(connection, occurrenceId, ""));
    }

    private static FailedOccurrence require(Connection connection, UUID id, String locked)
            throws SQLException {
        return Sql.of(FROM)
                .where("f.occurrence_id = :id", id)
                .then(locked)
                .first(connection, FailedOccurrence::of)
                .orElseThrow(() -> new NotFound(NotFound.What.FAILED_OCCURRENCE, id));
    }

    /**
     * Marks one as dealt with; a repetition replaces who and the note.
     *
     * @param note or null
     * @throws NotFound if it is not in the list
     */
    public FailedOccurrence resolve(UUID occurrenceId, String actor, String note) {
        changeOne(
                occurrenceId,
                any -> true,
                Deed.of("failure.resolve").saying(note),
                Sql.of(
                                """
                                update failed_occurrences
                                   set resolved_at = now(), resolved_by = :actor, note = :note
                                 where occurrence_id = :id""")
                        .with("actor", actor)
                        .with("note", note)
                        .with("id", occurrenceId));
        events.publish(FailureEvents.resolved(1));
        return require(occurrenceId);
    }

    /**
     * Takes one from the list.
     *
     * @param expected what the caller takes it for
     * @throws NotFound if it is not in the list
     */
    public void delete(UUID occurrenceId, Predicate<FailedOccurrence> expected) {
        changeOne(
                occurrenceId,
                expected,
                Deed.of("failure.delete"),
                Sql.of(
                                """
                                with gone as (
                                    delete from failed_occurrences where occurrence_id = :id
                                    returning occurrence_id)
                                insert into forgotten_failures
                                select occurrence_id from gone
                                    on conflict (occurrence_id)
                                    do update set occurrence_id = excluded.occurrence_id""")
                        .with("id", occurrenceId));
        events.publish(FailureEvents.deleted(1));
    }

    private void changeOne(
            UUID occurrenceId, Predicate<FailedOccurrence> expected, Deed deed, Sql change) {
        database.transaction(
                connection -> {
                    var present = require(connection, occurrenceId, "for update of f");
                    ChangedMeanwhile.unless(expected, present);
                    change.update(connection);
                    Audit.record(connection, deed.on("failure", occurrenceId, null));
                    return null;
                });
    }

    /** Marks those as dealt with that nobody has dealt with yet. */
    public Progress resolveAll(FailureFilter filter, String actor, String note) {
        if (Boolean.TRUE.equals(filter.resolved())) {
            return new Progress(0, true);
        }
        return inPortions(
                filter.unresolved(),
                FailureEvents::resolved,
                Deed.of("failure.resolveMany").saying(note),
                (connection, part) ->
                        portion(
                                connection,
                                part.then(
                                                """
                                                ) update failed_occurrences f
                                                     set resolved_at = now(), resolved_by = :actor,
                                                         note = nullif(:note, '')
                                                    from part
                                                   where f.occurrence_id = part.occurrence_id
                                                returning f.occurrence_id""")
                                        .with("actor", actor)
                                        .with("note", note == null ? "" : note)));
    }

    /** Takes many from the list. */
    public Progress deleteAll(FailureFilter filter) {
        return inPortions(
                filter,
                FailureEvents::deleted,
                Deed.of("failure.deleteMany"),
                (connection, part) ->
                        portion(
                                connection,
                                part.then(
                                        """
                                        ), gone as (
                                            delete from failed_occurrences f using part
                                             where f.occurrence_id = part.occurrence_id
                                            returning f.occurrence_id),
                                        forgotten as (
                                            insert into forgotten_failures
                                            select occurrence_id from gone on conflict do nothing)
                                        select occurrence_id from gone""")));
    }

    private Progress inPortions(
            FailureFilter filter, LongFunction<LiveEvent> event, Deed deed, Step step) {
        var done = deed.on("failure", null, filter.toString());
        var progress =
                Progress.of(
                        after ->
                                database.transaction(
                                        connection ->
                                                step.apply(connection, part(filter, after))
                                                        .recorded(connection, done)));
        if (progress.count() > 0) {
            events.publish(event.apply(progress.count()));
        }
        return progress;
    }

    private static Sql part(FailureFilter filter, UUID after) {
        return filter.conditions(
                        Sql.of("with part as (select f.occurrence_id from failed_occurrences f"))
                .where("f.occurrence_id > :after", after)
                .then("order by f.occurrence_id limit " + Progress.PORTION + " for no key update");
    }

    private static Progress.Portion portion(Connection connection, Sql statement)
            throws SQLException {
        var ids = statement.list(connection, row -> row.uuid("occurrence_id"));
        return new Progress.Portion(ids.size(), ids.stream().max(Columns.UUID_ORDER).orElse(null));
    }
}
