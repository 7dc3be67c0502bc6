package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The days that are not closed in slices of six hours, and the default partition: what one
 * statement reads.
 */
final class Slices {

    private static final Duration LENGTH = Duration.ofHours(6);

    /**
     * @param from smallest id
     * @param end the id after the last one
     * @param table what to read
     */
    record Slice(String table, UUID from, UUID end) {}

    private Slices() {}

    static List<Slice> open(Connection connection) throws SQLException {
        var slices = new ArrayList<Slice>();
        Instant now = Instant.now(); // days to come are all but empty
        slices.add(new Slice("occurrences_other", new UUID(0, 0), new UUID(-1, -1)));
        Sql.of("select day from occurrence_days where closed_at is null order by day")
                .forEach(
                        connection,
                        row -> {
                            var day = row.date("day").atStartOfDay(ZoneOffset.UTC);
                            Instant end = day.plusDays(1).toInstant();
                            var length = day.toInstant().isAfter(now) ? Duration.ofDays(1) : LENGTH;
                            for (var from = day.toInstant();
                                    from.isBefore(end);
                                    from = from.plus(length)) {
                                slices.add(
                                        new Slice(
                                                "occurrences",
                                                OccurrenceId.lowest(from),
                                                OccurrenceId.lowest(from.plus(length))));
                            }
                        });
        return slices;
    }
}
