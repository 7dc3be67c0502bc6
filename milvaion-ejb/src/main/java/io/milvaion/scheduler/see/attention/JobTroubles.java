package io.milvaion.scheduler.see.attention;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.definition.JobSchedule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with single jobs. */
final class JobTroubles {

    private static final String WORST = " limit " + Troubles.LISTED;

    private JobTroubles() {}

    /**
     * Active jobs whose last runs failed, as long as nobody has dealt with the failures: what was
     * resolved is no news any more.
     */
    static Troubles failing(Connection connection, Reach reach) throws SQLException {
        var select =
                Sql.of(
                                """
                                select j.id, j.display_name, f.failures, f.last_error, f.recent[1] as since,
                                       f.recent[cardinality(f.recent)] as last_at,
                                       (select o.occurrence_id from failed_occurrences o
                                         where o.job_id = j.id and o.resolved_at is null
                                         order by o.occurrence_id desc limit 1) as run,
                                       count(*) over () as total
                                  from job_failures f join jobs j on j.id = f.job_id""")
                        .where("f.failures > 0 and j.active and j.deleted_at is null")
                        .where(
                                "exists (select from failed_occurrences o where o.job_id = j.id"
                                        + " and o.resolved_at is null)");
        return found(
                connection,
                AttentionCode.JOB_FAILING,
                reach.narrow(select, "j.id").then("order by f.failures desc, j.id" + WORST),
                row ->
                        AttentionItem.of(
                                        AttentionCode.JOB_FAILING,
                                        job(row),
                                        row.instant("since"),
                                        row.integer("failures"),
                                        times(row.integer("failures"), "time")
                                                + " in a row it failed"
                                                + after(row.text("last_error")))
                                .with("lastError", firstLine(row.text("last_error")))
                                .with("lastFailedAt", row.instant("last_at"))
                                .with("occurrenceId", row.uuid("run")));
    }

    /** Jobs that their failures have deactivated. */
    static Troubles disabled(Connection connection, Reach reach) throws SQLException {
        var select =
                Sql.of(
                                """
                                select j.id, j.display_name, f.failures, f.disabled_reason, f.disabled_at,
                                       f.enables_at, count(*) over () as total
                                  from job_failures f join jobs j on j.id = f.job_id""")
                        .where("f.disabled_at is not null and not j.active")
                        .where("j.deleted_at is null");
        return found(
                connection,
                AttentionCode.JOB_DISABLED,
                reach.narrow(select, "j.id").then("order by f.disabled_at desc, j.id" + WORST),
                row ->
                        AttentionItem.of(
                                        AttentionCode.JOB_DISABLED,
                                        job(row),
                                        row.instant("disabled_at"),
                                        row.integer("failures"),
                                        "Its failures have deactivated it"
                                                + after(row.text("disabled_reason")))
                                .with("reason", firstLine(row.text("disabled_reason")))
                                .with("enablesAt", row.instant("enables_at")));
    }

    /**
     * Active jobs that are to run by a schedule and have nothing planned. One that runs once and
     * has run is as it should be.
     */
    static Troubles withoutNextRun(Connection connection, Reach reach) throws SQLException {
        var select =
                Sql.of(
                                """
                                select j.id, j.display_name, j.cron_expression, j.execute_at,
                                       %s as repeats, s.last_planned_at,
                                       count(*) over () as total
                                  from job_schedule s join jobs j on j.id = s.job_id"""
                                        .formatted(JobSchedule.REPEATS))
                        .where("s.next_run_at is null and j.active and j.deleted_at is null")
                        .where(
                                "("
                                        + JobSchedule.REPEATS
                                        + " or j.execute_at is not null and s.last_planned_at is null)")
                        .where("not " + JobSchedule.FOLLOWS);
        return found(
                connection,
                AttentionCode.NO_NEXT_RUN,
                reach.narrow(select, "j.id").then("order by j.display_name, j.id" + WORST),
                row ->
                        AttentionItem.of(
                                        AttentionCode.NO_NEXT_RUN,
                                        job(row),
                                        null,
                                        1,
                                        row.flag("repeats")
                                                ? "Its schedule never comes again."
                                                : "Its only instant has passed and it has not run.")
                                .with("cronExpression", row.text("cron_expression"))
                                .with("executeAt", row.instant("execute_at"))
                                .with("lastPlannedAt", row.instant("last_planned_at")));
    }

    static AttentionSubject job(Row row) throws SQLException {
        return new AttentionSubject(
                AttentionKind.JOB, row.uuid("id").toString(), row.text("display_name"));
    }

    /** Reads items of one code, each row with their {@code total}. */
    static Troubles found(
            Connection connection, AttentionCode code, Sql select, Row.Mapper<AttentionItem> item)
            throws SQLException {
        List<AttentionItem> items = new ArrayList<>();
        long[] total = {0};
        select.forEach(
                connection,
                row -> {
                    total[0] = row.number("total");
                    items.add(item.map(row));
                });
        return new Troubles(code, items, total[0]);
    }

    static String times(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }

    private static String firstLine(String text) {
        return text == null ? null : text.lines().findFirst().orElse("");
    }

    private static String after(String error) {
        var line = firstLine(error);
        return line == null || line.isBlank() ? "." : ": " + line;
    }
}
