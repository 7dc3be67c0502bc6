package io.milvaion.web.job.definition;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.EveryClock;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.web.ground.json.Input;

/** Reads what decides about planned instants, from fields or from parameters of these names. */
public final class ScheduleInput {

    private static final Words<DstGap> GAPS = Words.of(DstGap.class);
    private static final Words<DstOverlap> OVERLAPS = Words.of(DstOverlap.class);
    private static final Words<CronDialect> DIALECTS = Words.of(CronDialect.class);
    private static final Words<EveryClock> CLOCKS = Words.of(EveryClock.class);
    private static final Words<OnClosed> ON_CLOSED = Words.of(OnClosed.class);

    private ScheduleInput() {}

    public static JobSchedule read(Input fields) {
        var zone = fields.text("timeZone");
        return new JobSchedule(
                fields.text("cronExpression"),
                Words.of(fields.word("cronDialect", DIALECTS, CronDialect.MILVAION)),
                fields.text("every"),
                Words.of(fields.word("everyClock", CLOCKS, EveryClock.REAL)),
                fields.text("delay"),
                fields.text("rrule"),
                fields.instant("executeAt"),
                zone == null ? "UTC" : zone,
                fields.word("dstGap", GAPS, DstGap.SHIFT).wire(),
                fields.word("dstOverlap", OVERLAPS, DstOverlap.FIRST).wire(),
                fields.instant("startsAt"),
                fields.instant("endsAt"),
                fields.integer("maxRuns"),
                fields.texts("calendars"),
                Words.of(fields.word("onClosed", ON_CLOSED, OnClosed.SKIP)),
                fields.integer("spreadSeconds"),
                fields.integer("jitterSeconds"));
    }
}
