package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Drops what is too old, from the beginning of the chain, and marks where it begins now. */
final class Retention {

    private static final int PORTION = 5_000;

    private final Database database;
    private final Duration kept;
    private final Clock clock;

    Retention(Database database, Duration kept, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Old(long number, byte[] hash, Instant at) {}

    /** Drops in portions of one transaction each; another node may do the rest. */
    void drop() {
        var before = clock.instant().minus(kept);
        int dropped;
        do {
            dropped = database.transaction(connection -> dropPortion(connection, before));
        } while (dropped == PORTION);
    }

    private static int dropPortion(Connection connection, Instant before) throws SQLException {
        if (!Sealer.lock(connection)) {
            return 0;
        }
        var old = oldest(connection).stream().takeWhile(p -> p.at().isBefore(before)).toList();
        if (!old.isEmpty()) {
            drop(connection, old);
        }
        return old.size();
    }

    private static void drop(Connection connection, List<Old> old) throws SQLException {
        long first = old.get(0).number();
        var last = old.get(old.size() - 1);
        Sql.of("delete from audit_entries where number <= :last")
                .with("last", last.number())
                .update(connection);
        ChainMark.at(ChainMark.Name.BEGIN, last.number(), last.hash()).write(connection);
        Audit.record(
                connection,
                Actor.SYSTEM,
                Deed.of("audit.drop")
                        .on("audit", null, null)
                        .with(Map.of("first", first, "last", last.number())));
    }

    private static List<Old> oldest(Connection connection) throws SQLException {
        return Sql.of("select number, hash, at from audit_entries order by number limit :limit")
                .with("limit", PORTION)
                .list(
                        connection,
                        row -> new Old(row.number("number"), row.bytes("hash"), row.instant("at")));
    }
}
