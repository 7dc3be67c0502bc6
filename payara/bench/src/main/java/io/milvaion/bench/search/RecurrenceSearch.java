package io.milvaion.bench.search;

import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import io.milvaion.scheduler.time.rrule.Recurrence;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Recurring;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A preview of 1,000 runs of a recurrence in Europe/Berlin that leaves out weekends and the public
 * holidays of Berlin, or moves its runs to the next working day; its parsing included. One
 * operation is the whole preview. The calendar is remembered, as a node does.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RecurrenceSearch {

    private static final int RUNS = 1_000;
    private static final PlanZone ZONE = Zones.named("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-11-28T12:00:00Z");
    private static final String START = "DTSTART;TZID=Europe/Berlin:20200101T090000\nRRULE:";

    @Param({
        "FREQ=DAILY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;BYHOUR=9,17",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    })
    public String rule;

    @Param({"SKIP", "NEXT_WORKING_DAY"})
    public OnClosed onClosed;

    private CalendarBook book;

    @Setup
    public void setUp() {
        var calendar =
                CalendarDefinition.excluding(
                        CalendarRule.weekdays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        CalendarRule.holidays("DE", "be"));
        book = new CalendarBook(Map.of("work", new CalendarBook.ListedCalendar(calendar, null)));
    }

    @Benchmark
    public void milvaion(Blackhole hole) {
        Timetable all = new Recurring(Recurrence.parse(START + rule, ZONE, DstRules.DEFAULT, null));
        var open =
                book.of(List.of("work"), ZONE).orElseThrow().apply(all, onClosed, DstRules.DEFAULT);
        var run = open.firstAtOrAfter(FROM);
        for (int i = 0; i < RUNS; i++) {
            hole.consume(run.orElseThrow());
            run = open.nextAfter(run.get());
        }
    }
}
