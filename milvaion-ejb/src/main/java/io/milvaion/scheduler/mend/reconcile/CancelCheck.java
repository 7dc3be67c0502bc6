package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
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

    private record Wish(AttemptKey run, UUID jobId) {

        UUID id() {
            return run.occurrenceId();
        }
    }

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
        return Sql.of(
                        """
                        select id, job_id, attempt from occurrences
                         where %s and cancel_requested_at < now() - interval '30 s'
                           and id > :after
                           and (id >= :smallest or tableoid = 'occurrences_other'::regclass)
                         order by id limit :limit"""
                                .formatted(States.OPEN))
                .with("after", after)
                .with("smallest", OpenRuns.smallestOpenId(connection))
                .with("limit", PAGE)
                .list(
                        connection,
                        row ->
                                new Wish(
                                        new AttemptKey(row.uuid("id"), row.integer("attempt")),
                                        row.uuid("job_id")));
    }

    private void repeat(Pass pass, Wish wish) {
        boolean lost = !signals.isSet(wish.id());
        boolean workers = signals.stop(wish.run(), REASON);
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
        return Sql.of("select 1 from occurrences where id = :id and " + States.RUNNING)
                .with("id", wish.id())
                .found(connection);
    }
}
