package io.milvaion.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What is recorded of the runs that were planned in a span of time, the bounds included. Their ids
 * begin with the planned instant, so a range of the primary key finds them.
 */
final class Occurrences {

    private static final long POLL_MILLIS = 100;
    private static final long SLOWEST_MILLIS = 600_000;

    private final Target target;
    private final UUID least;
    private final UUID greatest;

    Occurrences(Target target, Instant first, Instant last) {
        this.target = target;
        this.least = new UUID(first.toEpochMilli() << 16, 0);
        this.greatest = new UUID(last.toEpochMilli() << 16 | 0xffff, -1);
    }

    /**
     * Waits until so many are recorded as completed.
     *
     * @return when PostgreSQL showed it, at most a tenth of a second late
     */
    Instant awaitCompleted(int expected, Duration limit) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try (var statement =
                            prepare(
                                    """
                                    select count(*) filter (where state = 2), clock_timestamp()
                                      from occurrences where id between ? and ?""");
                    var row = statement.executeQuery()) {
                row.next();
                int completed = row.getInt(1);
                if (completed >= expected) {
                    return row.getObject(2, OffsetDateTime.class).toInstant();
                }
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw new IllegalStateException(
                            "%d of %d runs were completed within %s"
                                    .formatted(completed, expected, limit));
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** From planned to started, in milliseconds. */
    Histogram lateness() throws SQLException {
        var histogram = new Histogram(SLOWEST_MILLIS, 3);
        try (var statement =
                        prepare(
                                """
                                select extract(epoch from started_at - planned_at) * 1000
                                  from occurrences where id between ? and ?""");
                var row = statement.executeQuery()) {
            while (row.next()) {
                histogram.recordValue(Math.max(0, row.getLong(1)));
            }
        }
        return histogram;
    }

    /** From the first start to the last end of a run. */
    Duration working() throws SQLException {
        try (var statement =
                        prepare(
                                """
                                select extract(epoch from max(ended_at) - min(started_at)) * 1000
                                  from occurrences where id between ? and ?""");
                var row = statement.executeQuery()) {
            row.next();
            return Duration.ofMillis(row.getLong(1));
        }
    }

    private PreparedStatement prepare(String query) throws SQLException {
        var statement = target.database().prepareStatement(query);
        statement.setObject(1, least);
        statement.setObject(2, greatest);
        return statement;
    }
}
