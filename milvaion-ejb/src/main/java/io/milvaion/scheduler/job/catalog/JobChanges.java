package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.version.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Changes of jobs as parts of a larger transaction, the caller's. Definitions have passed the rules
 * before, under the lock of their row.
 */
@ApplicationScoped
public class JobChanges {

    private static final String SELECT =
            ListedJob.SELECT.replaceFirst("j\\.job_type,", "j.job_type, j.job_data,");

    @Inject JobStore store;
    @Inject Jobs jobs;
    @Inject LiveEvents events;

    /**
     * A change within a transaction.
     *
     * @param afterwards to be run once it is committed
     */
    public record Done(UUID id, Runnable afterwards) {}

    /** Reads definitions, whole; locks their rows, in the order of ids, if that is asked for. */
    public static Map<UUID, JobDefinition> definitions(
            Connection connection, Collection<UUID> ids, boolean locked) throws SQLException {
        var found = new HashMap<UUID, JobDefinition>();
        Sql.of(SELECT)
                .where("j.deleted_at is null")
                .where("j.id = any (:ids)")
                .uuids("ids", ids)
                .then("order by j.id" + (locked ? " for update of j" : ""))
                .forEach(
                        connection,
                        row ->
                                found.put(
                                        row.uuid("id"),
                                        ListedJob.definition(row, row.text("job_data"))));
        return found;
    }

    /** The names of all jobs. */
    public static Map<UUID, String> names(Connection connection) throws SQLException {
        var names = new HashMap<UUID, String>();
        Sql.of("select id, display_name from jobs where deleted_at is null")
                .forEach(connection, row -> names.put(row.uuid("id"), row.text("display_name")));
        return names;
    }

    public Done create(JobDefinition definition, String actor) {
        var saved = store.create(null, definition, Change.created(actor));
        return done(saved, JobEvents.created(saved.planned().job().id(), definition.displayName()));
    }

    public Done edit(UUID id, JobDefinition definition, String actor) {
        var saved = store.edit(id, ExpectedVersion.ANY, before -> definition, Change.edited(actor));
        return done(saved, JobEvents.updated(id, definition.displayName()));
    }

    public Done delete(UUID id, String actor) {
        var saved = store.delete(id, ExpectedVersion.ANY, Change.deleted(actor));
        return done(saved, JobEvents.deleted(id, saved.planned().job().definition().displayName()));
    }

    private Done done(Saved saved, LiveEvent event) {
        return new Done(
                saved.planned().job().id(),
                () -> {
                    jobs.settle(saved);
                    events.publish(event);
                });
    }
}
