package io.milvaion.scheduler.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.persistence.Database;
import io.milvaion.scheduler.persistence.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads what became of jobs. Lists go from new to old and continue after the last id. */
@ApplicationScoped
public class Occurrences {

    /**
     * "offset 0" keeps the two from being merged in the order of their ids: that would read all
     * runs since the last failure.
     */
    private static final String FROM_FAILED =
            " from failed_occurrences f cross join lateral"
                    + " (select * from occurrences where id = f.occurrence_id offset 0) o";

    @Inject Database database;

    /**
     * An occurrence with what only its own page shows.
     *
     * @param data the text of a JSON object; null if the run has the data of its job
     */
    public record Details(Occurrence occurrence, String data, List<Attempt> attempts) {}

    public List<Occurrence> list(OccurrenceFilter filter) {
        return database.read(connection -> list(connection, filter));
    }

    /**
     * @throws OccurrenceNotFound if there is none
     */
    public Details require(UUID id) {
        return database.read(
                connection ->
                        new Select(
                                        "select "
                                                + Occurrence.COLUMNS
                                                + " o.result, o.error, o.data"
                                                + " from occurrences o"
                                                + " left join jobs j on j.id = o.job_id")
                                        .where("o.id = ?", id)
                                        .list(
                                                connection,
                                                row ->
                                                        new Details(
                                                                Occurrence.of(row),
                                                                row.text("data"),
                                                                attempts(
                                                                        connection,
                                                                        Occurrence.of(row))))
                                        .stream()
                                        .findFirst()
                                        .orElseThrow(() -> new OccurrenceNotFound(id)));
    }

    /**
     * Reads log lines in order.
     *
     * @param afterAttempt with {@code afterSeq} the last line of the page before
     * @throws OccurrenceNotFound if there is no such occurrence
     */
    public List<LogLine> logs(UUID id, int afterAttempt, int afterSeq, int limit) {
        return database.read(
                connection -> {
                    var known = new Select("select id from occurrences").where("id = ?", id);
                    if (known.list(connection, row -> row.uuid("id")).isEmpty()) {
                        throw new OccurrenceNotFound(id);
                    }
                    return new Select(
                                    "select attempt, seq, at, level, message from occurrence_logs")
                            .where("occurrence_id = ?", id)
                            .then(
                                    "and (attempt, seq) > (?, ?) order by attempt, seq limit ?",
                                    afterAttempt,
                                    afterSeq,
                                    limit)
                            .list(connection, LogLine::of);
                });
    }

    public List<SkippedRun> skipped(UUID jobId, String reason, UUID after, int limit) {
        return database.read(
                connection ->
                        new Select(
                                        "select s.*, j.display_name from skipped_runs s"
                                                + " join jobs j on j.id = s.job_id")
                                .where("s.job_id = ?", jobId)
                                .where("s.reason = ?", reason)
                                .where("s.id < ?", after)
                                .then("order by s.id desc limit ?", limit)
                                .list(connection, SkippedRun::of));
    }

    private static List<Occurrence> list(Connection connection, OccurrenceFilter filter)
            throws SQLException {
        boolean ended = filter.state() != null && filter.state() > OccurrenceState.COMPLETED.code();
        boolean open = filter.state() != null && filter.state() < OccurrenceState.COMPLETED.code();
        // Runs that failed are found by their list, open ones in the partitions not closed: neither
        // searches the history.
        String id = ended ? "f.occurrence_id" : "o.id";
        var select =
                new Select(
                        "select "
                                + Occurrence.COLUMNS
                                + " left(o.result, 1000) as result, left(o.error, 1000) as error"
                                + (ended ? FROM_FAILED : " from occurrences o")
                                + " left join jobs j on j.id = o.job_id");
        if (filter.manual() != null) { // not as a parameter, which would hide the index of these
            select.where(filter.manual() ? "o.manual" : "not o.manual");
        }
        return select.where((ended ? "f" : "o") + ".job_id = ?", filter.jobId())
                .where((ended ? "f" : "o") + ".state = ?", filter.state())
                .where("o.job_type = ?", filter.jobType())
                .where(id + " >= ?", open ? OpenRuns.smallestOpenId(connection) : null)
                .where(id + " >= ?", lowest(filter.from()))
                .where(id + " < ?", lowest(filter.to()))
                .where(id + " < ?", filter.after())
                .then("order by " + id + " desc limit ?", filter.limit())
                .list(connection, Occurrence::of);
    }

    /** All attempts that have begun; the row of the occurrence is the record of the latest. */
    private static List<Attempt> attempts(Connection connection, Occurrence occurrence)
            throws SQLException {
        var attempts =
                new Select("select * from attempts")
                        .where("occurrence_id = ?", occurrence.id())
                        .then("order by attempt")
                        .list(connection, Attempt::of);
        boolean recorded = attempts.stream().anyMatch(a -> a.attempt() == occurrence.attempt());
        if (!recorded && occurrence.startedAt() != null) {
            attempts.add(Attempt.latestOf(occurrence));
        }
        return attempts;
    }

    private static UUID lowest(Instant at) {
        return at == null ? null : OccurrenceId.lowest(at);
    }
}
