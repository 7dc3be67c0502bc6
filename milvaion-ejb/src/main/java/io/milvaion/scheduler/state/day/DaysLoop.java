package io.milvaion.scheduler.state.day;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Makes the partitions of coming days, closes old days and removes old rows, once an hour on every
 * node.
 */
@ApplicationScoped
class DaysLoop implements Activity {

    private static final System.Logger LOG = System.getLogger(DaysLoop.class.getName());
    private static final int MINUTE = 7;
    private static final String COMPONENT = "partitions";

    @Inject Database database;
    @Inject SystemHealth health;

    @Override
    public Turn turn() {
        return Turn.PORTIONS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.hourly("days", MINUTE, this::look).start(threads));
    }

    private void look() {
        try {
            var today = LocalDate.now(ZoneOffset.UTC);
            database.transaction(
                    connection -> {
                        OccurrenceDays.create(connection, today);
                        return null;
                    });
            for (var day : database.autocommit(c -> OccurrenceDays.open(c, today))) {
                database.transaction(
                        connection -> {
                            OccurrenceDays.close(connection, day);
                            return null;
                        });
            }
            OldRows.forget(database, SettingsReader.ofApplication());
            report(database.autocommit(Partitions::strayRows));
        } catch (RuntimeException e) { // shown for an hour
            LOG.log(System.Logger.Level.WARNING, "days are looked after in an hour", e);
            health.report(COMPONENT, Status.DEGRADED, "partitions could not be made: " + e);
        }
    }

    private void report(long stray) {
        if (stray == 0) {
            health.report(COMPONENT, Status.UP, "");
        } else {
            health.report(
                    COMPONENT,
                    Status.DEGRADED,
                    "occurrences_other and occurrence_logs_other hold rows of days without a"
                            + " partition");
        }
    }
}
