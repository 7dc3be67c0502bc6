package io.milvaion.scheduler.ground.audit;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Seals entries each second, and drops old ones each hour. */
@ApplicationScoped
class SealLoop implements Activity {

    private static final System.Logger LOG = System.getLogger(SealLoop.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int MINUTE = 23;
    private static final String COMPONENT = "audit";

    @Inject Database database;
    @Inject Refusals refusals;
    @Inject SystemHealth health;
    @Inject Metrics metrics;

    private final ChainState state = new ChainState();

    @Override
    public Turn turn() {
        return Turn.PORTIONS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        int days = SettingsReader.ofApplication().value(KnownSettings.AUDIT_RETENTION_DAYS);
        var retention = new Retention(database, Duration.ofDays(days), Clock.systemUTC());
        var sealer = new Sealer(database);
        return List.of(
                Loop.every("audit", PERIOD, () -> step(sealer)).start(threads),
                Loop.hourly("audit retention", MINUTE, () -> look(retention)).start(threads));
    }

    private void step(Sealer sealer) {
        refusals.flush();
        sealer.seal();
        var now = state.read(database);
        metrics.auditUnsealed(now.unsealed(), now.oldestSeconds());
        health.report(
                COMPONENT,
                now.problem().isEmpty() ? SystemHealth.Status.UP : SystemHealth.Status.DEGRADED,
                now.problem());
    }

    /** The log leaves the machine: what it says of the head tells whether the end was cut off. */
    private void look(Retention retention) {
        retention.drop();
        var head = database.autocommit(c -> ChainMark.read(c, ChainMark.Name.HEAD));
        LOG.log(
                System.Logger.Level.INFO,
                "audit: entry {0} is the last, hash {1}",
                String.valueOf(head.number()),
                head.hash());
    }
}
