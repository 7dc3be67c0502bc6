package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is secret in the data of jobs, also of deleted ones. */
@ApplicationScoped
public class JobSecrets {

    private Database database;

    protected JobSecrets() {} // for the container's proxy

    @Inject
    public JobSecrets(Database database) {
        this.database = database;
    }

    /**
     * What is marked secret now, and who may see it.
     *
     * @param data the text of a JSON object
     */
    public record Marked(List<String> fields, List<String> tags, String workerGroup, String data) {

        private static Marked of(Row row) throws SQLException {
            return new Marked(
                    row.texts("secret_fields"),
                    row.texts("tags"),
                    row.text("worker_group"),
                    row.text("job_data"));
        }

        public boolean isSeenBy(Reach reach) {
            return reach.includes(tags, workerGroup);
        }
    }

    public Optional<Marked> of(UUID jobId) {
        return database.autocommit(
                connection ->
                        Sql.of("select secret_fields, tags, worker_group, job_data from jobs")
                                .where("id = :id", jobId)
                                .first(connection, Marked::of));
    }
}
