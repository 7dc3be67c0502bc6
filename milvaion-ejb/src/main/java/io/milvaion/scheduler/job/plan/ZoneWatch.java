package io.milvaion.scheduler.job.plan;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.node.KnownZones;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.ZoneDirectory;
import io.milvaion.scheduler.time.zone.ZoneFiles;
import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import io.milvaion.scheduler.time.zone.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * Looks for rules of time zones on this machine, and puts the newest in force: before anything is
 * planned, each minute, and when somebody asks. What other nodes have planned by is looked at more
 * often: any node plans what is saved through it.
 */
@ApplicationScoped
public class ZoneWatch implements Activity {

    private static final System.Logger LOG = System.getLogger(ZoneWatch.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final int FILES_EVERY = 12; // steps
    private static final String COMPONENT = "zoneinfo";

    @Inject NodeRegistry nodes;
    @Inject Metrics metrics;
    @Inject SystemHealth health;
    @Inject Database database;

    private List<ZoneFiles> seen; // null before the first look
    private List<PlanZone> noted = List.of();
    private int steps; // only the loop's thread

    /** After the others on the way down, so before them on the way up. */
    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        look();
        return List.of(Loop.every("zone rules", PERIOD, this::step).start(threads));
    }

    private void step() {
        if (++steps % FILES_EVERY == 0) {
            look();
        } else {
            lookAtOthers();
        }
    }

    private synchronized void lookAtOthers() {
        var others = others();
        if (!others.equals(noted)) {
            noted = others;
            Zones.use(Zones.of(seen).with(others));
        }
    }

    /**
     * Looks because somebody has asked.
     *
     * @return those in force
     */
    public Zones lookNow() {
        var before = Zones.current().version();
        var zones = look();
        database.transaction(
                connection -> {
                    Audit.record(connection, deed(before, zones.version()));
                    return null;
                });
        return zones;
    }

    private static Deed deed(ZoneRulesVersion before, ZoneRulesVersion now) {
        return Deed.of("zoneRules.look")
                .on("zoneRules", null, null)
                .changed(Map.of("version", before.name()), Map.of("version", now.name()));
    }

    /**
     * Looks now.
     *
     * @return those in force
     */
    public synchronized Zones look() {
        var found = read();
        var others = others();
        boolean changed = seen == null || !same(found, seen);
        if (changed || !others.equals(noted)) {
            seen = found;
            noted = others;
            Zones.use(Zones.of(found).with(others));
        }
        if (changed) {
            tell(Zones.current());
        }
        return Zones.current();
    }

    /** What nodes with newer rules have planned by: theirs count, also when they are gone. */
    private List<PlanZone> others() {
        try {
            return database.autocommit(ZoneLedger::noted);
        } catch (DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "PostgreSQL is asked at the next look", e);
            return noted;
        }
    }

    private void tell(Zones zones) {
        var version = zones.version();
        nodes.tell(new KnownZones(version.name(), zones.place(), zones.names()));
        metrics.zoneRules(version.name(), zones.place());
        LOG.log(
                System.Logger.Level.INFO,
                "jobs are planned by time zone rules {0} of {1}",
                version,
                zones.place());
        version.warning(Clock.systemUTC().instant())
                .ifPresent(warning -> LOG.log(System.Logger.Level.WARNING, warning));
    }

    /** What can be read, that of the setting first. */
    private List<ZoneFiles> read() {
        var found = new ArrayList<ZoneFiles>();
        SettingsReader.ofApplication()
                .given(KnownSettings.TIME_ZONEINFO)
                .flatMap(this::readGiven)
                .ifPresent(found::add);
        try {
            found.add(ZoneDirectory.read(ZoneDirectory.OF_SYSTEM));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the system has no rules of time zones: {0}", e);
        }
        return found;
    }

    private Optional<ZoneFiles> readGiven(String directory) {
        try {
            var files = ZoneDirectory.read(Path.of(directory));
            health.forget(COMPONENT);
            return Optional.of(files);
        } catch (IOException e) {
            var reason = e instanceof NoSuchFileException ? "it is not there" : e.getMessage();
            health.report(
                    COMPONENT,
                    SystemHealth.Status.DEGRADED,
                    KnownSettings.TIME_ZONEINFO.key() + " cannot be read: " + reason);
            return Optional.empty();
        }
    }

    private static boolean same(List<ZoneFiles> one, List<ZoneFiles> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).hasSame(other.get(i))) {
                return false;
            }
        }
        return true;
    }
}
