package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.state.cancel.CancelSignals;
import io.milvaion.scheduler.state.cancel.Cancellation;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Wishes to cancel older than 30 s that nobody would see any more: the key in Redis is gone, or the
 * node that was to end the run has died in between. Rests on claims, so not for the time of grace.
 */
final class CancelCheck implements Check {

    private static final int PAGE = 500;
    private static final String REASON = "cancelled by a user";

    private final CancelSignals signals;

    CancelCheck(CancelSignals signals) {
        this.signals = signals;
    }

    private record Wish(UUID id, UUID jobId) {}

    @Override
    public void run(Pass pass) {
        UUID after = new UUID(0, 0);
        List<Wish> page;
        do {
            UUID from = after;
            page = pass.scan(connection -> find(connection, from));
            for (var wish : page) {
                repeat(pass, wish);
                after = wish.id();
            }
        } while (page.size() == PAGE);
    }

    private static List<Wish> find(Connection connection, UUID after) throws SQLException {
        var wishes = new ArrayList<Wish>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id, job_id from occurrences
                         where state < 2 and cancel_requested_at < now() - interval '30 s'
                           and id > ? and (id >= ? or tableoid = 'occurrences_other'::regclass)
                         order by id limit ?""")) {
            statement.setObject(1, after);
            statement.setObject(2, OpenRuns.smallestOpenId(connection));
            statement.setInt(3, PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    wishes.add(
                            new Wish(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
        }
        return wishes;
    }

    private void repeat(Pass pass, Wish wish) {
        boolean lost = !signals.isSet(wish.id());
        boolean workers = signals.stop(wish.id(), REASON);
        pass.repair(
                (connection, repaired) -> {
                    if (workers || isRunning(connection, wish)) {
                        if (lost) {
                            repaired.add(made(wish, "its worker is asked again to stop it"));
                        }
                        return;
                    }
                    Cancellation.end(connection, wish.id(), wish.jobId(), REASON)
                            .ifPresent(
                                    released -> {
                                        repaired.add(made(wish, "it is cancelled"));
                                        repaired.release(released);
                                        repaired.end(Set.of(wish.id()));
                                    });
                });
    }

    private static NewRepair made(Wish wish, String done) {
        return NewRepair.ofRun(
                RepairKind.CANCEL,
                wish.jobId(),
                wish.id(),
                "The wish to cancel it was not carried out",
                done);
    }

    /** Its worker, or the sweep that misses it, reports its end. */
    private static boolean isRunning(Connection connection, Wish wish) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select 1 from occurrences where id = ? and state = 1")) {
            statement.setObject(1, wish.id());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
