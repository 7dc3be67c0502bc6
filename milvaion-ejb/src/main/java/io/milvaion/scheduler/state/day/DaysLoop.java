package io.milvaion.scheduler.state.day;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Makes the partitions of coming days and closes old days, once an hour on every node. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DaysLoop {

    private static final System.Logger LOG = System.getLogger(DaysLoop.class.getName());
    private static final String COMPONENT = "partitions";

    @Inject Database database;
    @Inject SystemHealth health;

    /** Never throws: a timer that throws twice is removed. */
    @Schedule(hour = "*", minute = "7", persistent = false)
    public void hourly() {
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
            report(database.autocommit(Partitions::strayRows));
        } catch (RuntimeException e) { // the top of this timer
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
