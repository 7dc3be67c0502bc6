package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

/** What the timetable of a job is made of, as it is stored. */
record ScheduleText(String cron, Instant executeAt, String zone, String gap, String overlap) {

    static final String COLUMNS =
            "j.cron_expression, j.execute_at, j.time_zone, j.dst_gap, j.dst_overlap";

    static ScheduleText of(Row row) throws SQLException {
        return new ScheduleText(
                row.text("cron_expression"),
                row.instant("execute_at"),
                row.text("time_zone"),
                row.text("dst_gap"),
                row.text("dst_overlap"));
    }

    /**
     * @throws io.milvaion.scheduler.time.cron.InvalidCron when the expression is wrong
     * @throws java.time.DateTimeException when this node does not know the zone
     */
    Timetable timetable() {
        return Timetable.of(
                cron,
                executeAt,
                ZoneId.of(zone),
                new DstRules(
                        DstGap.parse(gap).orElseThrow(), DstOverlap.parse(overlap).orElseThrow()));
    }
}
