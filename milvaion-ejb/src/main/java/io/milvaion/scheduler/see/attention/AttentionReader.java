package io.milvaion.scheduler.see.attention;

import io.milvaion.platform.config.KnownConsoleSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.see.recent.Recent;
import io.milvaion.scheduler.see.why.Why;
import io.milvaion.scheduler.state.index.WholeIndex;
import io.milvaion.scheduler.state.missed.MissedRuns;
import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import io.milvaion.scheduler.time.zone.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks for what is wrong, as far as somebody may see it. Safe to share. */
@ApplicationScoped
public class AttentionReader {

    private final Recent<AttentionSight, AttentionList> recent =
            new Recent<>(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private Database database;
    private SystemHealth health;
    private Why why;
    private QueueTroubles queues;
    private Supplier<ZoneRulesVersion> zoneRules;

    protected AttentionReader() {} // for the container's proxy

    @Inject
    public AttentionReader(Database database, SystemHealth health, Why why, WholeIndex index) {
        this(database, health, why, queues(index), () -> Zones.current().version());
    }

    AttentionReader(
            Database database,
            SystemHealth health,
            Why why,
            QueueTroubles queues,
            Supplier<ZoneRulesVersion> zoneRules) {
        this.database = database;
        this.health = health;
        this.why = why;
        this.queues = queues;
        this.zoneRules = zoneRules;
    }

    private static QueueTroubles queues(WholeIndex index) {
        int seconds =
                SettingsReader.ofApplication().value(KnownConsoleSettings.ATTENTION_QUEUE_SECONDS);
        return new QueueTroubles(index, Duration.ofSeconds(seconds));
    }

    /** What is wrong as of now, or of a moment ago. */
    public AttentionList read(AttentionSight sight) {
        return recent.get(sight, () -> look(sight));
    }

    AttentionList look(AttentionSight sight) {
        return database.autocommit(connection -> look(connection, sight));
    }

    AttentionList look(Connection connection, AttentionSight sight) throws SQLException {
        var now = Sql.of("select now() as now").one(connection, row -> row.instant("now"));
        List<Troubles> found = new ArrayList<>(ofJobs(connection, sight, now));
        if (sight.system()) {
            ClusterTroubles.dispatching(why.dispatching(connection)).forEach(found::add);
            found.addAll(ClusterTroubles.health(health.reports()));
            ClusterTroubles.zoneRules(zoneRules.get(), now).ifPresent(found::add);
        }
        if (sight.workers()) {
            found.add(ProcessTroubles.silentNodes(connection));
            found.add(ProcessTroubles.silentWorkers(connection));
            found.add(ProcessTroubles.refusingWorkers(connection));
            found.add(ProcessTroubles.refusedSenders(connection));
        }
        return AttentionList.of(now, found);
    }

    private List<Troubles> ofJobs(Connection connection, AttentionSight sight, Instant now)
            throws SQLException {
        List<Troubles> found = new ArrayList<>();
        found.add(JobTroubles.failing(connection, sight.jobs()));
        found.add(JobTroubles.disabled(connection, sight.jobs()));
        found.add(JobTroubles.withoutNextRun(connection, sight.jobs()));
        found.add(queues.overdue(connection, sight.jobs()));
        found.add(QueueTroubles.withoutWorker(connection, sight.jobs()));
        found.add(queues.old(connection, sight.runs()));
        RecordTroubles.deadLetters(connection, sight.failures()).ifPresent(found::add);
        RecordTroubles.missed(
                        MissedRuns.totals(
                                connection, now.minus(Duration.ofDays(1)), now, sight.runs()))
                .forEach(found::add);
        return found;
    }
}
