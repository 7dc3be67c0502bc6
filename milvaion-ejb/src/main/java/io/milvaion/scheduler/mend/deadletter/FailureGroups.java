package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the groups of similar errors, those that were seen last first. */
@ApplicationScoped
public class FailureGroups {

    private Database database;

    protected FailureGroups() {} // for the container's proxy

    @Inject
    public FailureGroups(Database database) {
        this.database = database;
    }

    /**
     * @param unresolved true for groups with something to deal with, false for the others, null for
     *     all
     * @param text part of what the errors have in common, or null
     * @param seen with {@code id} where the page before ended; both may be null
     * @param reach of whoever asks: of less than everything only failures of those jobs are
     *     counted, which takes as long as there are many
     */
    public List<FailureGroup> list(
            Boolean unresolved, String text, Instant seen, String id, int limit, Reach reach) {
        return database.autocommit(c -> list(c, unresolved, text, seen, id, limit, reach));
    }

    private static List<FailureGroup> list(
            Connection connection,
            Boolean unresolved,
            String text,
            Instant seen,
            String id,
            int limit,
            Reach reach)
            throws SQLException {
        var select =
                reach.bind(
                                Sql.of(
                                        """
                                select g.*, s.occurrence_id, left(split_part(left(s.error, 2000), chr(10), 1), 500) as error
                                  from %s g
                                  left join lateral (
                                       select f.occurrence_id, o.error
                                         from (select occurrence_id from failed_occurrences
                                                where group_id = g.id and %s
                                                order by occurrence_id desc limit 1) f
                                         left join occurrences o on o.id = f.occurrence_id) s
                                    on true"""
                                                .formatted(
                                                        reach.isEverything()
                                                                ? "failure_groups"
                                                                : counted(reach),
                                                        reach.condition("job_id"))))
                        .where("g.count > 0");
        if (unresolved != null) {
            select.where(unresolved ? "g.unresolved > 0" : "g.unresolved = 0");
        }
        select.where("strpos(g.search_text, (select search_fold(:text))) > 0", text);
        if (seen != null) {
            select.where("(g.last_seen_at, g.id) < (:seen, :id)").with("seen", seen).with("id", id);
        }
        var groups =
                select.then("order by g.last_seen_at desc, g.id desc limit :limit")
                        .with("limit", limit)
                        .list(connection, FailureGroups::group);
        var jobs = jobs(connection, groups, reach);
        return groups.stream().map(g -> g.with(jobs.getOrDefault(g.group(), List.of()))).toList();
    }

    /** The groups as if there were no other jobs. */
    private static String counted(Reach reach) {
        return """
                (select f.group_id as id, min(f.error_group) as error_group,
                        search_fold(min(f.error_group)) as search_text, count(*) as count,
                        count(*) filter (where f.resolved_at is null) as unresolved,
                        min(f.ended_at) as first_seen_at, max(f.ended_at) as last_seen_at
                   from failed_occurrences f where %s group by f.group_id)"""
                .formatted(reach.condition("f.job_id"));
    }

    private static FailureGroup group(Row row) throws SQLException {
        return new FailureGroup(
                row.text("id"),
                row.text("error_group"),
                row.uuid("occurrence_id"),
                row.text("error"),
                row.number("count"),
                row.number("unresolved"),
                row.instant("first_seen_at"),
                row.instant("last_seen_at"),
                List.of());
    }

    private static Map<String, List<FailureGroup.FailingJob>> jobs(
            Connection connection, List<FailureGroup> groups, Reach reach) throws SQLException {
        var jobs = new HashMap<String, List<FailureGroup.FailingJob>>();
        reach.bind(
                        Sql.of(
                                """
                        select u.id as group_id, j.id, j.display_name
                          from unnest(:groups::text[]) as u (id)
                         cross join lateral (
                               select distinct l.job_id
                                 from (select f.job_id from failed_occurrences f
                                        where f.group_id = u.id and %s
                                        order by f.occurrence_id desc limit 200) l
                                limit 10) d
                          join jobs j on j.id = d.job_id
                         order by j.display_name, j.id"""
                                        .formatted(reach.condition("f.job_id"))))
                .texts("groups", groups.stream().map(FailureGroup::group).toList())
                .forEach(
                        connection,
                        row ->
                                jobs.computeIfAbsent(
                                                row.text("group_id"), group -> new ArrayList<>())
                                        .add(
                                                new FailureGroup.FailingJob(
                                                        row.uuid("id"), row.text("display_name"))));
        return jobs;
    }
}
