package io.milvaion.scheduler.see.reach;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks up whether things are reached. */
@ApplicationScoped
public class Belongings {

    private Database database;

    protected Belongings() {} // for the container's proxy

    @Inject
    public Belongings(Database database) {
        this.database = database;
    }

    /** What decides whether a job is reached. */
    public record Place(List<String> tags, String workerGroup) {

        private static Place of(Row row) throws SQLException {
            return new Place(row.texts("tags"), row.text("worker_group"));
        }

        public boolean isWithin(Reach reach) {
            return reach.includes(tags, workerGroup);
        }
    }

    /** Whether there is such a thing and it is reached. */
    public boolean reaches(Reach reach, Belonging what, UUID id) {
        return database.autocommit(
                connection ->
                        what.narrowed(reach).where(what.id() + " = :id", id).found(connection));
    }

    /** The places of jobs, by their ids; those that there are. */
    public Map<UUID, Place> ofJobs(Collection<UUID> ids) {
        return places("select j.id, j.tags, j.worker_group from jobs j", "j.id", ids);
    }

    /** The places of the jobs of runs, by the ids of the runs. */
    public Map<UUID, Place> ofRuns(Collection<UUID> ids) {
        return places(
                "select o.id, j.tags, j.worker_group from occurrences o"
                        + " join jobs j on j.id = o.job_id",
                "o.id",
                ids);
    }

    private Map<UUID, Place> places(String select, String id, Collection<UUID> ids) {
        var places = new HashMap<UUID, Place>();
        if (!ids.isEmpty()) {
            database.autocommit(
                    connection -> {
                        Sql.of(select)
                                .where(id + " = any (:ids)")
                                .uuids("ids", ids)
                                .forEach(
                                        connection,
                                        row -> places.put(row.uuid("id"), Place.of(row)));
                        return null;
                    });
        }
        return places;
    }
}
