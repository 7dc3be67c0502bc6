package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.audit.Fault.Link;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks for what was done to the chain behind the back of the nodes. */
@ApplicationScoped
public class Verifier {

    /** So many entries one call looks at. */
    public static final int MOST = 50_000;

    private static final int PORTION = 1_000;

    private Database database;

    protected Verifier() {} // for the container's proxy

    @Inject
    public Verifier(Database database) {
        this.database = database;
    }

    /**
     * Looks at entries in their order.
     *
     * @param from the first number, or null for the first that is kept
     * @param to the last number, or null for the last that is sealed
     */
    public Verification verify(Long from, Long to) {
        return database.transaction(connection -> verify(connection, from, to));
    }

    /** One state of the database for all statements: nodes go on sealing and dropping. */
    private static Verification verify(Connection connection, Long from, Long to)
            throws SQLException {
        Sql.of("set transaction isolation level repeatable read read only").update(connection);
        var begin = ChainMark.read(connection, ChainMark.Name.BEGIN);
        var head = ChainMark.read(connection, ChainMark.Name.HEAD);
        long first = Math.max(begin.number() + 1, from == null ? 0 : from);
        long last = to == null ? head.number() : Math.min(to, head.number());
        long end = Math.min(last, first + MOST - 1);
        var walk = new ChainWalk(first, before(connection, begin, first));
        for (long at = first; at <= end; at += PORTION) {
            portion(connection, at, Math.min(at + PORTION - 1, end)).forEach(walk::step);
        }
        walk.end(end, head);
        walk.check(begin);
        walk.check(head);
        if (to == null && end == head.number()) {
            beyond(connection, head).forEach(walk::beyond);
        }
        return walk.result(begin, head, end < last ? end + 1 : null);
    }

    /** The hash that the first entry follows; null if it is gone. */
    private static byte[] before(Connection connection, ChainMark begin, long first)
            throws SQLException {
        if (first == begin.number() + 1) {
            return begin.bytes();
        }
        return Sql.of("select hash from audit_entries where number = :number")
                .with("number", first - 1)
                .first(connection, row -> row.bytes("hash"))
                .orElse(null);
    }

    private static List<Link> portion(Connection connection, long first, long last)
            throws SQLException {
        return Sql.of("select * from audit_entries where number between :first and :last")
                .with("first", first)
                .with("last", last)
                .then("order by number")
                .list(connection, Verifier::link);
    }

    /** What stands behind the end that is marked: a few are enough to tell. */
    private static List<Link> beyond(Connection connection, ChainMark head) throws SQLException {
        return Sql.of("select * from audit_entries where number > :head")
                .with("head", head.number())
                .then("order by number limit 10")
                .list(connection, Verifier::link);
    }

    private static Link link(Row row) throws SQLException {
        return new Link(
                row.number("number"), AuditEntry.of(row), row.bytes("digest"), row.bytes("hash"));
    }
}
