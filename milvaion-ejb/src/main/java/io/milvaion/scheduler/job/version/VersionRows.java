package io.milvaion.scheduler.job.version;

import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.plan.MovedRun;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code job_versions}, within the caller's transaction. */
public final class VersionRows {

    private static final String COLUMNS =
            "version, changed_at, changed_by, kind, restored_from, changed_fields, detail";

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
                        .toList();
        Sql.of(
                        """
                        insert into job_versions (job_id, version, changed_at, changed_by, kind,
                                                  restored_from, changed_fields, definition)
                        values (:jobId, :version, :changedAt, :changedBy, :kind, :restoredFrom,
                                :changedFields, :definition::jsonb)""")
                .with("jobId", job.id())
                .with("version", job.version())
                .with("changedAt", job.updatedAt())
                .with("changedBy", change.actor())
                .with("kind", change.kind().wire())
                .with("restoredFrom", change.restoredFrom())
                .texts("changedFields", changed)
                .with(
                        "definition",
                        new String(WireJson.write(job.definition()), StandardCharsets.UTF_8))
                .update(connection);
        Audit.record(connection, VersionDeed.of(job, before, change));
    }

    /** Adds a version that only runs at other instants: nobody has edited the definition. */
    public static void replanned(Connection connection, MovedRun run) throws SQLException {
        Sql.of(
                        """
                        insert into job_versions (job_id, version, changed_at, changed_by, kind,
                                                  definition, detail)
                        select job_id, :version, now(), :changedBy, :kind, definition, :detail
                          from job_versions where job_id = :jobId and version = :version - 1""")
                .with("jobId", run.jobId())
                .with("version", run.version())
                .with("changedBy", Change.SCHEDULER)
                .with("kind", Change.Kind.REPLANNED.wire())
                .with("detail", run.line())
                .update(connection);
        Audit.record(
                connection,
                Deed.of(Change.Kind.REPLANNED.action())
                        .on("job", run.jobId(), run.name())
                        .saying(run.line()));
    }

    /**
     * Reads versions of a job, new ones first.
     *
     * @param before the last one of the page before, or null
     */
    static List<JobVersion> list(Connection connection, UUID jobId, Integer before, int limit)
            throws SQLException {
        return Sql.of("select " + COLUMNS + " from job_versions")
                .where("job_id = :jobId", jobId)
                .where("version < :before", before)
                .then("order by version desc limit :limit")
                .with("limit", limit)
                .list(connection, JobVersion::of);
    }

    static Optional<JobVersions.Details> find(Connection connection, UUID jobId, int version)
            throws SQLException {
        return Sql.of("select " + COLUMNS + ", definition from job_versions")
                .where("job_id = :jobId", jobId)
                .where("version = :version", version)
                .first(
                        connection,
                        row -> new JobVersions.Details(JobVersion.of(row), definition(row)));
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
