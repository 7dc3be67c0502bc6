package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of {@code zone_rules}: by which rules the jobs of a zone were planned last. */
public final class ZoneLedger {

    /**
     * Before the first row of a zone its jobs were planned by the rules of Java: there were no
     * others.
     */
    private static final Zones OF_JAVA = Zones.of(List.of());

    private ZoneLedger() {}

    /** The zones in use whose rules in force are not those by which their jobs were planned. */
    public static List<ZoneChange> changed(Connection connection) throws SQLException {
        var changes = new ArrayList<ZoneChange>();
        for (var zone : inUse(connection)) {
            changed(connection, zone).ifPresent(changes::add);
        }
        return changes;
    }

    /** Those of them whose jobs may have been planned for other instants. */
    public static Set<String> pending(Connection connection) throws SQLException {
        return changed(connection).stream()
                .filter(ZoneChange::matters)
                .map(ZoneChange::zone)
                .collect(Collectors.toSet());
    }

    private static List<String> inUse(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select distinct z.zone
                          from jobs j
                         cross join lateral (values (j.time_zone), (%s)) z (zone)
                         where j.deleted_at is null and z.zone is not null
                         order by z.zone"""
                                .formatted(ZonePlans.ZONE_OF_RULE))
                .list(connection, row -> row.text("zone"));
    }

    /** Also where the rules are the same, but of another version or not noted down yet. */
    private static Optional<ZoneChange> changed(Connection connection, String name)
            throws SQLException {
        try {
            var zone = Zones.named(name);
            var noted = noted(connection, name);
            var before = noted.isPresent() ? noted.get() : ZoneOffsets.of(OF_JAVA.zone(name));
            var change = new ZoneChange(zone, before);
            boolean same = noted.isPresent() && noted.get().version().equals(zone.version());
            return same && !change.matters() ? Optional.empty() : Optional.of(change);
        } catch (DateTimeException e) {
            return Optional.empty(); // its jobs are not planned, and health says so elsewhere
        }
    }

    private static Optional<ZoneOffsets> noted(Connection connection, String zone)
            throws SQLException {
        return Sql.of("select version, changes from zone_rules where zone = :zone")
                .with("zone", zone)
                .first(
                        connection,
                        row -> ZoneOffsets.parse(row.text("version"), row.text("changes")));
    }

    /** The zones by whose rules jobs were planned last, on whatever node. */
    static List<PlanZone> noted(Connection connection) throws SQLException {
        return Sql.of("select zone, version, changes from zone_rules order by zone")
                .list(
                        connection,
                        row ->
                                ZoneOffsets.parse(row.text("version"), row.text("changes"))
                                        .zone(row.text("zone")));
    }

    /** Notes down that all jobs of the zone are planned by the rules in force. */
    public static void planned(Connection connection, ZoneChange change) throws SQLException {
        Sql.of(
                        """
                        insert into zone_rules (zone, version, changes, planned_at)
                        values (:zone, :version, :changes, now())
                            on conflict (zone) do update
                           set version = excluded.version, changes = excluded.changes,
                               planned_at = excluded.planned_at""")
                .with("zone", change.zone())
                .with("version", change.now().version().name())
                .with("changes", change.now().text())
                .update(connection);
    }
}
