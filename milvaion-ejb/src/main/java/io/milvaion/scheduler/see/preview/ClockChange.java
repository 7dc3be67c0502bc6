package io.milvaion.scheduler.see.preview;

import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of clocks, and what a schedule does then.
 *
 * @param bySeconds how far they go forward; negative if they go back
 * @param clock the local time before it
 * @param becomes the local time after it
 * @param runs from an hour before it, and before what comes twice, to an hour after, 20 at most
 */
public record ClockChange(
        Instant at, long bySeconds, String clock, String becomes, List<Instant> runs) {

    private static final int LISTED = 20;
    private static final Duration AROUND = Duration.ofHours(1);

    /** The next ones in a zone, so many at most. */
    static List<ClockChange> next(PlanZone zone, Timetable timetable, Instant from, int count) {
        List<ClockChange> changes = new ArrayList<>();
        ZoneOffsetTransition change = zone.rules().nextTransition(from);
        while (change != null && changes.size() < count) {
            changes.add(of(change, timetable));
            change = zone.rules().nextTransition(change.getInstant());
        }
        return changes;
    }

    private static ClockChange of(ZoneOffsetTransition change, Timetable timetable) {
        Duration around = AROUND.plus(change.getDuration().abs());
        return new ClockChange(
                change.getInstant(),
                change.getDuration().toSeconds(),
                change.getDateTimeBefore().toString(),
                change.getDateTimeAfter().toString(),
                runs(
                        timetable,
                        change.getInstant().minus(around),
                        change.getInstant().plus(around)));
    }

    private static List<Instant> runs(Timetable timetable, Instant from, Instant to) {
        List<Instant> runs = new ArrayList<>();
        var run = timetable.firstAtOrAfter(from);
        while (run.filter(at -> !at.isAfter(to)).isPresent() && runs.size() < LISTED) {
            runs.add(run.get());
            run = timetable.nextAfter(run.get());
        }
        return runs;
    }
}
