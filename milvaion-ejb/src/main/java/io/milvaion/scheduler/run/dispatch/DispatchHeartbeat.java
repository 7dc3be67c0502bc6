package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.log.QuietLog;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The pulse of the dispatcher: wakes the drain, which seeks the lease. The container's timers drift
 * and may skip a second, so nothing counts ticks; fine timing is the drain's own.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DispatchHeartbeat {

    private static final QuietLog QUIET = QuietLog.of(DispatchHeartbeat.class);

    @Inject DrainLoop drain;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "dispatch")
    void tick() {
        try {
            drain.wake();
        } catch (RuntimeException e) { // a timer that throws twice is removed by the container
            QUIET.log(System.Logger.Level.ERROR, e, "a heartbeat failed; the next one tries again");
        }
    }
}
