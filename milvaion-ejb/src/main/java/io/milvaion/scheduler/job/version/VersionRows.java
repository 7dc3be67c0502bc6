package io.milvaion.scheduler.job.version;

import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Select;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code job_versions}, within the caller's transaction. */
public final class VersionRows {

    private static final String COLUMNS =
            "version, changed_at, changed_by, kind, restored_from, changed_fields";

    private VersionRows() {}

    /**
     * Adds the present version of a job.
     *
     * @param before its definition in the version before; its own if there is none
     */
    public static void insert(Connection connection, Job job, JobDefinition before, Change change)
            throws SQLException {
        var changed =
                FieldChange.between(before, job.definition()).stream()
                        .map(FieldChange::field)
                        .toArray();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into job_versions (job_id, version, changed_at, changed_by, kind,
                                                  restored_from, changed_fields, definition)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            statement.setObject(1, job.id());
            statement.setInt(2, job.version());
            statement.setObject(3, job.updatedAt().atOffset(ZoneOffset.UTC));
            statement.setString(4, change.actor());
            statement.setString(5, change.kind().wire());
            statement.setObject(6, change.restoredFrom());
            statement.setArray(7, connection.createArrayOf("text", changed));
            statement.setString(
                    8, new String(WireJson.write(job.definition()), StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }

    /**
     * Reads versions of a job, new ones first.
     *
     * @param before the last one of the page before, or null
     */
    static List<JobVersion> list(Connection connection, UUID jobId, Integer before, int limit)
            throws SQLException {
        return new Select("select " + COLUMNS + " from job_versions")
                .where("job_id = ?", jobId)
                .where("version < ?", before)
                .then("order by version desc limit ?", limit)
                .list(connection, JobVersion::of);
    }

    static Optional<JobVersions.Details> find(Connection connection, UUID jobId, int version)
            throws SQLException {
        return new Select("select " + COLUMNS + ", definition from job_versions")
                        .where("job_id = ?", jobId)
                        .where("version = ?", version)
                        .list(
                                connection,
                                row -> new JobVersions.Details(JobVersion.of(row), definition(row)))
                        .stream()
                        .findFirst();
    }

    private static JobDefinition definition(Row row) throws SQLException {
        try {
            return WireJson.read(
                    row.text("definition").getBytes(StandardCharsets.UTF_8), JobDefinition.class);
        } catch (PoisonMessage e) {
            throw new IllegalStateException("a stored definition is broken", e);
        }
    }
}
