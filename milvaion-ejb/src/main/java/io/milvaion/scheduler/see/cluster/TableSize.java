package io.milvaion.scheduler.see.cluster;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How big a table is, with all its partitions.
 *
 * @param rowsEstimate as PostgreSQL last counted
 * @param partitions 0: it has none
 */
public record TableSize(
        String table, long bytes, long indexBytes, long rowsEstimate, int partitions) {

    private static final int MOST = 100;

    /** The largest ones first. */
    static List<TableSize> all(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select coalesce(p.relname, c.relname)::text as name,
                               sum(pg_table_size(c.oid))::bigint as bytes,
                               sum(pg_indexes_size(c.oid))::bigint as index_bytes,
                               sum(greatest(c.reltuples, 0))::bigint as rows,
                               count(p.oid)::int as partitions
                          from pg_class c
                          left join pg_inherits i on i.inhrelid = c.oid
                          left join pg_class p on p.oid = i.inhparent
                         where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
                         group by coalesce(p.oid, c.oid), 1
                         order by sum(pg_table_size(c.oid)) + sum(pg_indexes_size(c.oid)) desc, 1
                         limit :limit""")
                .with("limit", MOST)
                .list(connection, TableSize::of);
    }

    private static TableSize of(Row row) throws SQLException {
        return new TableSize(
                row.text("name"),
                row.number("bytes"),
                row.number("index_bytes"),
                row.number("rows"),
                row.integer("partitions"));
    }
}
