package io.milvaion.scheduler.run.tally;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.state.tally.Period;
import io.milvaion.scheduler.state.tally.UntalliedRuns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Adds up all facts that wait, in portions of one transaction each. */
final class TallyRound {

    /** Of transactions, with some thousand facts each at most. */
    private static final int PORTION = 50;

    /** Of rows that one statement writes. */
    private static final int ROWS = 5_000;

    private final Database database;

    TallyRound(Database database) {
        this.database = database;
    }

    /**
     * @throws io.milvaion.scheduler.run.leader.TermOver if another node leads; nothing of the
     *     portion in hand was added then
     */
    void addUp(TermFence fence) {
        while (database.autocommit(UntalliedRuns::areThere)) {
            database.transaction(
                    connection -> {
                        fence.check(connection);
                        addPortion(connection);
                        return null;
                    });
        }
    }

    static void addPortion(Connection connection) throws SQLException {
        var tallies = new Tallies(UntalliedRuns.take(connection, PORTION));
        for (var period : Period.values()) {
            var rows = new TallyRows(period);
            var all = List.copyOf(tallies.of(period).entrySet());
            for (int from = 0; from < all.size(); from += ROWS) {
                rows.add(connection, all.subList(from, Math.min(from + ROWS, all.size())));
            }
        }
    }
}
