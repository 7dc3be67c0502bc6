package io.milvaion.scheduler.job.version;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.job.definition.JobDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What jobs were like in their versions; also of jobs that were deleted. */
@ApplicationScoped
public class JobVersions {

    private Database database;

    protected JobVersions() {} // for the container's proxy

    @Inject
    public JobVersions(Database database) {
        this.database = database;
    }

    /** A version with all that the job was. */
    public record Details(JobVersion version, JobDefinition definition) {}

    /**
     * Reads versions of a job, new ones first.
     *
     * @param before the last one of the page before, or null
     * @throws NotFound if there has never been such a job
     */
    public List<JobVersion> list(UUID jobId, Integer before, int limit) {
        return database.autocommit(
                connection -> {
                    var found = VersionRows.list(connection, jobId, before, limit);
                    if (found.isEmpty() && VersionRows.list(connection, jobId, null, 1).isEmpty()) {
                        throw new NotFound(NotFound.What.JOB, jobId);
                    }
                    return found;
                });
    }

    /**
     * @throws NotFound if the job has or had none of this number
     */
    public Details require(UUID jobId, int version) {
        return database.autocommit(connection -> VersionRows.find(connection, jobId, version))
                .orElseThrow(() -> NotFound.version(jobId, version));
    }

    /**
     * Compares two versions of a job.
     *
     * @param shown what of a definition is compared
     * @throws NotFound if the job has or had one of them not
     */
    public List<FieldChange> diff(
            UUID jobId, int from, int to, UnaryOperator<JobDefinition> shown) {
        return FieldChange.between(
                shown.apply(require(jobId, from).definition()),
                shown.apply(require(jobId, to).definition()));
    }
}
