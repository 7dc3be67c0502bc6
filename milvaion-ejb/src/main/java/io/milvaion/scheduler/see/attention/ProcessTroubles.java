package io.milvaion.scheduler.see.attention;

import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** What is wrong with processes: nodes and workers that are gone, or are not what they say. */
final class ProcessTroubles {

    private static final String WORST = " limit " + Troubles.LISTED;

    private ProcessTroubles() {}

    /** Nodes that have stopped without a farewell; an hour later nobody knows them any more. */
    static Troubles silentNodes(Connection connection) throws SQLException {
        var select =
                Sql.of("select id, last_seen_at, count(*) over () as total from nodes")
                        .where(
                                "last_seen_at < now() - :silence::interval",
                                NodeRegistry.SILENCE.toString())
                        .then("order by last_seen_at desc, id" + WORST);
        return JobTroubles.found(
                connection,
                AttentionCode.NODE_SILENT,
                select,
                row ->
                        AttentionItem.of(
                                AttentionCode.NODE_SILENT,
                                AttentionSubject.known(AttentionKind.NODE, row.text("id")),
                                row.instant("last_seen_at"),
                                1,
                                "It has not stopped and is not heard of."));
    }

    /** Workers that have stopped without a farewell, within the last hour. */
    static Troubles silentWorkers(Connection connection) throws SQLException {
        var select =
                Sql.of(
                                """
                                select instance_id, worker_group, running_jobs, last_seen_at,
                                       count(*) over () as total from workers""")
                        .where("not stopping")
                        .where("last_seen_at < now() - interval '30 seconds'")
                        .where("last_seen_at > now() - interval '1 hour'")
                        .then("order by last_seen_at desc, instance_id" + WORST);
        return JobTroubles.found(
                connection,
                AttentionCode.WORKER_SILENT,
                select,
                row ->
                        AttentionItem.of(
                                        AttentionCode.WORKER_SILENT,
                                        AttentionSubject.known(
                                                AttentionKind.WORKER, row.text("instance_id")),
                                        row.instant("last_seen_at"),
                                        row.integer("running_jobs"),
                                        "It has not stopped and is not heard of; it had %s."
                                                .formatted(
                                                        JobTroubles.times(
                                                                row.integer("running_jobs"),
                                                                "run")))
                                .with("workerGroup", row.text("worker_group")));
    }

    /** Live workers that take no work and say why. */
    static Troubles refusingWorkers(Connection connection) throws SQLException {
        var select =
                Sql.of(
                                """
                                select instance_id, worker_group, refusing,
                                       count(*) over () as total from workers""")
                        .where("refusing is not null and not stopping")
                        .where("last_seen_at > now() - interval '30 seconds'")
                        .then("order by instance_id" + WORST);
        return JobTroubles.found(
                connection,
                AttentionCode.WORKER_REFUSING,
                select,
                row ->
                        AttentionItem.of(
                                        AttentionCode.WORKER_REFUSING,
                                        AttentionSubject.known(
                                                AttentionKind.WORKER, row.text("instance_id")),
                                        null,
                                        1,
                                        "It takes no work: " + row.text("refusing"))
                                .with("workerGroup", row.text("worker_group"))
                                .with("reason", row.text("refusing")));
    }

    /** Groups in whose names somebody has lately sent what was not heard. */
    static Troubles refusedSenders(Connection connection) throws SQLException {
        var select =
                Sql.of(
                        """
                        select worker_group, sum(count)::bigint as messages,
                               min(first_at) as since, max(last_at) as last_at,
                               string_agg(distinct reason, ', ') as reasons,
                               count(*) over () as total
                          from refused_senders where last_at > now() - interval '1 hour'
                         group by worker_group
                         order by last_at desc, worker_group"""
                                + WORST);
        return JobTroubles.found(
                connection,
                AttentionCode.REFUSED_WORKERS,
                select,
                row ->
                        AttentionItem.of(
                                        AttentionCode.REFUSED_WORKERS,
                                        AttentionSubject.known(
                                                AttentionKind.GROUP, row.text("worker_group")),
                                        row.instant("since"),
                                        row.number("messages"),
                                        "%s in its name were not heard: %s."
                                                .formatted(
                                                        JobTroubles.times(
                                                                row.number("messages"), "message"),
                                                        row.text("reasons")))
                                .with("reasons", row.text("reasons"))
                                .with("lastAt", row.instant("last_at")));
    }
}
