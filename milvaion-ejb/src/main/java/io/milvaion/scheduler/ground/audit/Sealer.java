package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives committed entries their numbers and hashes, in portions of one transaction each. Of all
 * nodes one does it at a time; writers never wait for it.
 */
final class Sealer {

    /** Two numbers that name the lock of the chain among PostgreSQL's advisory locks. */
    private static final String LOCK = "1296651862, 1";

    private static final int PORTION = 2_000;

    private static final String SEAL =
            """
            with taken as (
                delete from audit_unsealed where ctid = any (?::text[]::tid[])
                returning ctid::text as place, %1$s, digest)
            insert into audit_entries (number, hash, %1$s, digest)
            select u.number, decode(u.hash, 'hex'), %1$s, t.digest
              from taken t join unnest(?::text[], ?::bigint[], ?::text[]) as u (place, number, hash)
                on u.place = t.place"""
                    .formatted(AuditRows.COLUMNS);

    private final Database database;

    Sealer(Database database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unsealed(String place, byte[] digest) {}

    private record Sealed(String place, long number, String hash) {}

    /** Seals all that there is now, unless another node does. */
    void seal() {
        int sealed;
        do {
            sealed = database.transaction(Sealer::sealPortion);
        } while (sealed == PORTION);
    }

    private static int sealPortion(Connection connection) throws SQLException {
        var found = unsealed(connection);
        if (found.isEmpty() || !lock(connection)) {
            return 0;
        }
        var present = unsealed(connection); // others may have sealed them before they let go
        if (!present.isEmpty()) {
            write(connection, present);
        }
        return present.size();
    }

    /** Has the caller's transaction be the only one that changes the chain; false if it cannot. */
    static boolean lock(Connection connection) throws SQLException {
        return Sql.of("select pg_try_advisory_xact_lock(" + LOCK + ") as mine")
                .one(connection, row -> row.flag("mine"));
    }

    /**
     * Those whose id is there already are copies that somebody has made: they stay and are seen.
     */
    private static List<Unsealed> unsealed(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select distinct on (u.id) u.ctid::text as place, u.digest
                          from audit_unsealed u
                         where not exists (select from audit_entries e where e.id = u.id)
                         order by u.id limit :limit""")
                .with("limit", PORTION)
                .list(connection, row -> new Unsealed(row.text("place"), row.bytes("digest")));
    }

    private static void write(Connection connection, List<Unsealed> entries) throws SQLException {
        var head = ChainMark.read(connection, ChainMark.Name.HEAD);
        var links = new ArrayList<Sealed>(entries.size());
        long number = head.number();
        byte[] hash = head.bytes();
        for (var entry : entries) {
            number++;
            hash = Audit.key().chain(hash, number, entry.digest());
            links.add(new Sealed(entry.place(), number, HexFormat.of().formatHex(hash)));
        }
        new Columns<>(SEAL, links)
                .texts(Sealed::place)
                .texts(Sealed::place)
                .longs(Sealed::number)
                .texts(Sealed::hash)
                .update(connection);
        ChainMark.at(ChainMark.Name.HEAD, number, hash).write(connection);
    }
}
