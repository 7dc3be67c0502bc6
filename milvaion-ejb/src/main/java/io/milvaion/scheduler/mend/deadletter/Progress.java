package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a call has done to many rows.
 *
 * @param count rows that were changed
 * @param complete false if more are left: the call may be repeated
 */
public record Progress(long count, boolean complete) {

    /** Rows that one transaction changes at most. */
    static final int PORTION = 2_000;

    /** How long one call goes on with the next portion. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * One step.
     *
     * @param last the largest id of it, or null if there was nothing left
     */
    record Portion(int count, UUID last) {

        /** Records what was done to so many, in the same transaction, if there were any. */
        Portion recorded(Connection connection, Deed deed) throws SQLException {
            if (count > 0) {
                Audit.record(connection, deed.with(Map.of("count", count)));
            }
            return this;
        }
    }

    /**
     * Changes one portion after the other.
     *
     * @param step gets the id after which it begins, or null for the first
     */
    static Progress of(Function<UUID, Portion> step) {
        long start = System.nanoTime();
        long count = 0;
        UUID after = null;
        do {
            var portion = step.apply(after);
            if (portion.count() == 0) {
                return new Progress(count, true);
            }
            count += portion.count();
            after = portion.last();
        } while (System.nanoTime() - start < PATIENCE.toNanos());
        return new Progress(count, false);
    }
}
