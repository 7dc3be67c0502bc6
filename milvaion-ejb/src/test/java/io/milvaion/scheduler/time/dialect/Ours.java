package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.ZoneId;

/** What we make of an expression. */
final class Ours {

    private Ours() {}

    static CronSchedule of(CronDialect dialect, String expression, ZoneId zone) {
        return CronSchedule.parse(
                dialect, expression, null, Zones.named(zone.getId()), DstRules.DEFAULT);
    }
}
