package io.milvaion.scheduler.run.inbox;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.run.inbox.RefusedSenders.Unheard;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Statements on {@code refused_senders}, within the caller's transaction. */
final class RefusedRows {

    private RefusedRows() {}

    /** Adds to the counts, and forgets those of long ago. */
    static void add(Connection connection, Map<Unheard, Integer> noted) throws SQLException {
        new Columns<>(
                        """
                        insert into refused_senders as r
                               (worker_group, instance_id, reason, count, first_at, last_at)
                        select u.worker_group, u.instance, u.reason, u.count, now(), now()
                          from unnest(?::text[], ?::text[], ?::text[], ?::int[])
                               as u (worker_group, instance, reason, count)
                         order by 1, 2, 3
                            on conflict (worker_group, instance_id, reason) do update
                           set count = r.count + excluded.count, last_at = excluded.last_at""",
                        noted.entrySet())
                .texts(e -> e.getKey().group())
                .texts(e -> e.getKey().instance())
                .texts(e -> e.getKey().reason())
                .ints(Map.Entry::getValue)
                .update(connection);
        Sql.of(
                        """
                        delete from refused_senders
                         where last_at < now() - interval '30 days'
                            or id < (select id from refused_senders order by id desc
                                      offset 1000 limit 1)""")
                .update(connection);
    }

    static List<RefusedSender> list(Connection connection, Long after, int limit)
            throws SQLException {
        return Sql.of("select * from refused_senders")
                .where("id < :after", after)
                .then("order by id desc limit :limit")
                .with("limit", limit)
                .list(connection, RefusedSender::of);
    }
}
