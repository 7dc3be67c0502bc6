package io.milvaion.scheduler.ground.audit;

import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Records what is done, in the transaction that does it. The page of this package says more. */
public final class Audit {

    private static final Clock CLOCK = Clock.systemUTC();

    private static volatile Scribe scribe = new Scribe("", ChainKey.NONE);

    /** What the entries of this node have in common. */
    record Scribe(String node, ChainKey key) {}

    private Audit() {}

    /** Called once, when the node starts. */
    static void begin(Scribe ofNode) {
        scribe = ofNode;
    }

    static ChainKey key() {
        return scribe.key();
    }

    /** Records what {@link Acting#now} does. */
    public static void record(Connection connection, Deed deed) throws SQLException {
        record(connection, Acting.now(), deed);
    }

    /** Records what somebody does who is known since just now. */
    public static void record(Connection connection, Actor actor, Deed deed) throws SQLException {
        var present = scribe;
        var now = CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = new AuditEntry(TimeOrderedId.next(now), now, actor, deed, present.node());
        AuditRows.insert(connection, entry, present.key().digest(entry));
        Acting.noteRecord();
    }
}
