package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

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
        Progress.Portion apply(Connection connection, Select part) throws SQLException;
    }

    /**
     * @param after the last id of the page before, or null: the list goes from new to old
     */
    public List<FailedOccurrence> list(FailureFilter filter, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        filter.conditions(new Select(FROM))
                                .where("f.occurrence_id < ?", after)
                                .then("order by f.occurrence_id desc limit ?", limit)
                                .list(connection, FailedOccurrence::of));
    }

    /**
     * @throws FailedOccurrenceNotFound if it is not in the list
     */
    public FailedOccurrence require(UUID occurrenceId) {
        return database.autocommit(
                connection ->
                        new Select(FROM)
                                        .where("f.occurrence_id = ?", occurrenceId)
                                        .list(connection, FailedOccurrence::of)
                                        .stream()
                                        .findFirst()
                                        .orElseThrow(
                                                () -> new FailedOccurrenceNotFound(occurrenceId)));
    }

    /**
     * Marks one as dealt with; a repetition replaces who and the note.
     *
     * @param note or null
     * @throws FailedOccurrenceNotFound if it is not in the list
     */
    public FailedOccurrence resolve(UUID occurrenceId, String actor, String note) {
        int resolved =
                database.transaction(
                        connection -> {
                            try (var statement =
                                    connection.prepareStatement(
                                            """
                                            update failed_occurrences
                                               set resolved_at = now(), resolved_by = ?, note = ?
                                             where occurrence_id = ?""")) {
                                statement.setString(1, actor);
                                statement.setString(2, note);
                                statement.setObject(3, occurrenceId);
                                return statement.executeUpdate();
                            }
                        });
        if (resolved == 0) {
            throw new FailedOccurrenceNotFound(occurrenceId);
        }
        events.publish(FailureEvents.resolved(1));
        return require(occurrenceId);
    }

    /**
     * Takes one from the list.
     *
     * @throws FailedOccurrenceNotFound if it is not in the list
     */
    public void delete(UUID occurrenceId) {
        int deleted =
                database.transaction(
                        connection -> {
                            try (var statement =
                                    connection.prepareStatement(
                                            """
                                            with gone as (
                                                delete from failed_occurrences
                                                 where occurrence_id = ?
                                                returning occurrence_id)
                                            insert into forgotten_failures
                                            select occurrence_id from gone
                                                on conflict (occurrence_id)
                                                do update set occurrence_id = excluded.occurrence_id""")) {
                                statement.setObject(1, occurrenceId);
                                return statement.executeUpdate();
                            }
                        });
        if (deleted == 0) {
            throw new FailedOccurrenceNotFound(occurrenceId);
        }
        events.publish(FailureEvents.deleted(1));
    }

    /** Marks those as dealt with that nobody has dealt with yet. */
    public Progress resolveAll(FailureFilter filter, String actor, String note) {
        if (Boolean.TRUE.equals(filter.resolved())) {
            return new Progress(0, true);
        }
        return inPortions(
                filter.unresolved(),
                FailureEvents::resolved,
                (connection, part) ->
                        portion(
                                connection,
                                part.then(
                                        """
                                        ) update failed_occurrences f
                                             set resolved_at = now(), resolved_by = ?,
                                                 note = nullif(?, '')
                                            from part
                                           where f.occurrence_id = part.occurrence_id
                                        returning f.occurrence_id""",
                                        actor,
                                        note == null ? "" : note)));
    }

    /** Takes many from the list. */
    public Progress deleteAll(FailureFilter filter) {
        return inPortions(
                filter,
                FailureEvents::deleted,
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

    private Progress inPortions(FailureFilter filter, LongFunction<LiveEvent> event, Step step) {
        var progress =
                Progress.of(
                        after ->
                                database.transaction(
                                        connection -> step.apply(connection, part(filter, after))));
        if (progress.count() > 0) {
            events.publish(event.apply(progress.count()));
        }
        return progress;
    }

    private static Select part(FailureFilter filter, UUID after) {
        return filter.conditions(
                        new Select(
                                "with part as (select f.occurrence_id from failed_occurrences f"))
                .where("f.occurrence_id > ?", after)
                .then("order by f.occurrence_id limit " + Progress.PORTION + " for no key update");
    }

    private static Progress.Portion portion(Connection connection, Select statement)
            throws SQLException {
        var ids = statement.list(connection, row -> row.uuid("occurrence_id"));
        return new Progress.Portion(ids.size(), ids.stream().max(Columns.UUID_ORDER).orElse(null));
    }
}
