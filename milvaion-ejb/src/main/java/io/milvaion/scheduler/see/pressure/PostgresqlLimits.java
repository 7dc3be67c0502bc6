package io.milvaion.scheduler.see.pressure;

import io.milvaion.scheduler.ground.persistence.DatabasePool;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.see.pressure.LimitUse.Resource;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections to PostgreSQL. */
final class PostgresqlLimits {

    private static final int OF_A_WORKER = 2;

    private PostgresqlLimits() {}

    /**
     * Advised is what the pools of all nodes may take and the guide's two for each worker,
     * whichever is more.
     */
    static LimitUse connections(Connection connection, long nodes) throws SQLException {
        return Sql.of(
                        """
                        select (select count(*) from pg_stat_activity
                                 where backend_type = 'client backend') as used,
                               (select count(*) from pg_stat_activity
                                 where backend_type = 'client backend'
                                   and application_name = 'milvaion') as own,
                               current_setting('max_connections')::bigint as allowed,
                               current_setting('superuser_reserved_connections')::bigint as reserved,
                               (select count(*) from workers
                                 where last_seen_at > now() - interval '30 seconds') as workers""")
                .one(connection, row -> of(row, nodes));
    }

    private static LimitUse of(Row row, long nodes) throws SQLException {
        long pools = nodes * DatabasePool.MOST_CONNECTIONS + row.number("reserved");
        long advised = Math.max(OF_A_WORKER * row.number("workers"), pools);
        return LimitUse.of(
                Resource.POSTGRESQL_CONNECTIONS,
                null,
                row.number("used"),
                row.number("allowed"),
                advised,
                "Ours: %d. Set max_connections of PostgreSQL to what its nodes (%d) of %d each take beside those reserved (%d), or two for each worker (%d): %d at least."
                        .formatted(
                                row.number("own"),
                                nodes,
                                DatabasePool.MOST_CONNECTIONS,
                                row.number("reserved"),
                                row.number("workers"),
                                advised));
    }
}
