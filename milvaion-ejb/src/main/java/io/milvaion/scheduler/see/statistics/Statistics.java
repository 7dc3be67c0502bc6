package io.milvaion.scheduler.see.statistics;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what became of runs over time, from what is added up: never the history. */
@ApplicationScoped
public class Statistics {

    private Database database;
    private SettingsReader settings;

    protected Statistics() {} // for the container's proxy

    @Inject
    public Statistics(Database database) {
        this(database, SettingsReader.ofApplication());
    }

    Statistics(Database database, SettingsReader settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * A part of a series.
     *
     * @param at its beginning
     */
    public record Point(Instant at, RunNumbers runs) {}

    /**
     * Numbers of a range.
     *
     * @param from where the first part begins: at or before what was asked for
     * @param to where the last part ends
     * @param asOf everything is in it that was recorded before
     * @param since what ended before is not in it, and never will be
     * @param points parts in which runs started or ended, in the order of time; others are left out
     */
    public record Series(
            Instant from,
            Instant to,
            long stepSeconds,
            Instant asOf,
            Instant since,
            RunNumbers totals,
            List<Point> points) {}

    /**
     * Reads a range in parts of equal length, which begin and end at round times in UTC.
     *
     * @param parts at most
     */
    public Series series(StatisticsQuestion asked, Instant from, Instant to, int parts) {
        return database.autocommit(
                connection -> {
                    var freshness = Freshness.read(connection);
                    var step = PointStep.of(from, to, parts, freshness.now(), settings);
                    return series(
                            connection, asked, step, step.begin(from), step.end(to), freshness);
                });
    }

    private static Series series(
            Connection connection,
            StatisticsQuestion asked,
            PointStep step,
            Instant from,
            Instant to,
            Freshness freshness)
            throws SQLException {
        var totals = new Sum();
        var parts = new TreeMap<Instant, Sum>();
        asked.narrow(
                        Sql.of(
                                "select r.at, %s from %s r"
                                        .formatted(Sum.COLUMNS, step.period().table())))
                .where("r.at >= :from", from)
                .where("r.at < :end", to)
                .forEach(
                        connection,
                        row -> {
                            var part = step.begin(row.instant("at"));
                            totals.add(row);
                            parts.computeIfAbsent(part, at -> new Sum()).add(row);
                        });
        return new Series(
                from,
                to,
                step.length().toSeconds(),
                freshness.asOf(),
                freshness.since(),
                totals.numbers(),
                parts.entrySet().stream().map(Statistics::point).toList());
    }

    private static Point point(Map.Entry<Instant, Sum> part) {
        return new Point(part.getKey(), part.getValue().numbers());
    }
}
