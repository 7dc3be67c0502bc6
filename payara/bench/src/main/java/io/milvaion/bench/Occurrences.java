package io.milvaion.bench;

import java.sql.Connection;
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

    private static final long POLL_MILLIS = 20;
    private static final long SLOWEST_MILLIS = 7_200_000;

    private final Connection database;
    private final long countedBefore;
    private final UUID least;
    private final UUID greatest;

    /** Made before any of the runs is due. */
    Occurrences(Connection database, Instant first, Instant last) throws SQLException {
        this.database = database;
        this.countedBefore = counted();
        this.least = new UUID(first.toEpochMilli() << 16, 0);
        this.greatest = new UUID(last.toEpochMilli() << 16 | 0xffff, -1);
    }

    /**
     * Waits until so many are recorded as completed. What is asked again and again are the counters
     * that each recording keeps: to count the rows would cost more with each of them.
     *
     * @return when PostgreSQL showed it, at most some 20 ms late
     */
    Instant awaitCompleted(int expected, Duration limit) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            boolean enough = counted() - countedBefore >= expected;
            var now = now();
            if (enough && completed() >= expected) {
                return now;
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new IllegalStateException(
                        "%d of %d runs were completed within %s"
                                .formatted(completed(), expected, limit));
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

    /** How long the runs took on average, of whole milliseconds each. */
    double meanMillis() throws SQLException {
        try (var statement =
                        prepare(
                                "select avg(duration_ms) from occurrences where id between ? and ?");
                var row = statement.executeQuery()) {
            row.next();
            return row.getDouble(1);
        }
    }

    private int completed() throws SQLException {
        try (var statement =
                        prepare(
                                """
                                select count(*) from occurrences
                                 where id between ? and ? and state = 2""");
                var row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private long counted() throws SQLException {
        try (var statement = database.createStatement();
                var row =
                        statement.executeQuery(
                                "select sum(count) from run_counters where state = 2")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Instant now() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private PreparedStatement prepare(String query) throws SQLException {
        var statement = database.prepareStatement(query);
        statement.setObject(1, least);
        statement.setObject(2, greatest);
        return statement;
    }
}
