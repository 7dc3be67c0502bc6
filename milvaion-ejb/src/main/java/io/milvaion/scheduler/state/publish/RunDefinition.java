package io.milvaion.scheduler.state.publish;

import io.milvaion.contract.BrokerNames;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.state.flow.RunQueue;
import io.milvaion.scheduler.state.occurrence.NamedVersion;
import io.milvaion.scheduler.state.pause.Paused;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What a run takes from its job and carries to its worker; the package description says what else
 * it takes, and what not.
 *
 * @param version the version of the job that the run names
 * @param workerGroup the group that the job is pinned to, or null
 * @param timeoutSeconds or null for the consumer's own
 * @param data the text of a JSON object
 * @param paused whether a pause held it back when it was read; never carried
 */
public record RunDefinition(
        UUID jobId,
        int version,
        String jobName,
        String jobType,
        String workerGroup,
        Integer timeoutSeconds,
        String data,
        boolean paused) {

    /**
     * What {@link #of} reads of {@code jobs j}, but for {@code job_id}, {@code job_version}, {@code
     * job_type}, {@code worker_group} and {@code job_data}, which an occurrence may have itself.
     */
    public static final String PRESENT =
            "j.display_name, j.timeout_seconds, "
                    + Paused.job("j.job_type", "j.worker_group")
                    + " as paused";

    /** Likewise, as it was in the {@link NamedVersion}. */
    public static final String NAMED =
            NamedVersion.text("display_name")
                    + " as display_name, "
                    + NamedVersion.integer("timeout_seconds")
                    + " as timeout_seconds, "
                    + Paused.job(NamedVersion.text("job_type"), NamedVersion.text("worker_group"))
                    + " as paused";

    public static RunDefinition of(Row row) throws SQLException {
        return new RunDefinition(
                row.uuid("job_id"),
                row.integer("job_version"),
                row.text("display_name"),
                row.text("job_type"),
                row.text("worker_group"),
                row.integer("timeout_seconds"),
                row.text("job_data"),
                row.flag("paused"));
    }

    public RunDefinition withData(String own) {
        return new RunDefinition(
                jobId, version, jobName, jobType, workerGroup, timeoutSeconds, own, paused);
    }

    String routingKey(UUID occurrenceId) {
        return BrokerNames.routingKey(workerGroup, jobType, occurrenceId);
    }

    /** The queue of its messages. */
    public RunQueue queue() {
        return new RunQueue(jobType, workerGroup);
    }
}
