package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs one failed occurrence again. */
@ApplicationScoped
public class Retry {

    private Database database;
    private ManualTrigger trigger;

    protected Retry() {} // for the container's proxy

    @Inject
    public Retry(Database database, ManualTrigger trigger) {
        this.database = database;
        this.trigger = trigger;
    }

    /**
     * How a run is to be repeated.
     *
     * @param data JSON object for the new run, or null for what the failed run had
     * @param presentDefinition whether by the present definition of the job instead of the version
     *     that the failed run named
     */
    public record Again(String data, boolean presentDefinition) {}

    /** What is known of the failed run. */
    private record Failed(UUID jobId, Integer jobVersion, UUID retriedAs, String data) {}

    /**
     * Makes a new run.
     *
     * @param wanted of what
     * @param newId the id of the new run, or null for any
     * @return its occurrence; that of the first request when this one repeats it
     * @throws NotFound if it is not in the list of failed ones
     * @throws RetryRefused if it was retried before or its job deleted
     * @throws io.milvaion.scheduler.run.trigger.TriggerRefused if no run of the job is let in now
     */
    public UUID retry(UUID occurrenceId, Again wanted, UUID newId, String actor) {
        var failed =
                database.autocommit(connection -> find(connection, occurrenceId))
                        .orElseThrow(
                                () -> new NotFound(NotFound.What.FAILED_OCCURRENCE, occurrenceId));
        try {
            return trigger.trigger(
                    TriggerRequest.retry(
                            failed.jobId(),
                            wanted.presentDefinition() ? null : failed.jobVersion(),
                            wanted.data() == null ? failed.data() : wanted.data(),
                            newId,
                            occurrenceId),
                    (connection, run) -> mark(connection, occurrenceId, run, wanted, actor));
        } catch (NotFound e) {
            throw e.what() == NotFound.What.JOB ? RetryRefused.jobDeleted(failed.jobId()) : e;
        }
    }

    private static void mark(
            Connection connection, UUID failedId, OutgoingRun run, Again wanted, String actor)
            throws SQLException {
        var newId = run.occurrenceId();
        var before =
                find(connection, failedId)
                        .orElseThrow(() -> new NotFound(NotFound.What.FAILED_OCCURRENCE, failedId));
        if (before.retriedAs() != null) {
            throw RetryRefused.retriedBefore(failedId, before.retriedAs());
        }
        ReplayRows.retried(connection, Map.of(failedId, newId), actor, null);
        OccurrenceJournal.write(
                connection, List.of(line(newId, failedId, wanted.presentDefinition(), actor)));
        Audit.record(
                connection,
                Deed.of("failure.retry")
                        .on("failure", failedId, run.definition().jobName())
                        .with(Map.of("occurrenceId", newId)));
    }

    /** Says in the log of a new run where it comes from. */
    static OccurrenceJournal.Line line(
            UUID newId, UUID failedId, boolean presentDefinition, String actor) {
        return OccurrenceJournal.Line.info(
                newId,
                "It repeats occurrence "
                        + failedId
                        + (presentDefinition ? " with the present definition" : "")
                        + ", asked for by "
                        + actor);
    }

    private static Optional<Failed> find(Connection connection, UUID occurrenceId)
            throws SQLException {
        return Sql.of(
                        "select f.job_id, f.retried_as, o.job_version, o.data from failed_occurrences f"
                                + " left join occurrences o on o.id = f.occurrence_id")
                .where("f.occurrence_id = :occurrenceId", occurrenceId)
                .first(
                        connection,
                        row ->
                                new Failed(
                                        row.uuid("job_id"),
                                        row.integer("job_version"),
                                        row.uuid("retried_as"),
                                        row.text("data")));
    }
}
