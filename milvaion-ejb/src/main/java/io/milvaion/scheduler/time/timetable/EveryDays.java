package io.milvaion.scheduler.time.timetable;

import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.SecondSeries;
import io.milvaion.scheduler.time.zone.ZonedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Each so many days at one time of day, whatever the clocks do. */
public final class EveryDays implements Timetable {

    private static final long HORIZON = Duration.ofDays(2 * 366_000).toSeconds();
    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    private final ZonedTimes times;

    /**
     * @param anchor a day and the time of day
     * @param span whole days
     */
    public EveryDays(LocalDateTime anchor, Duration span, PlanZone zone, DstRules dst) {
        long begin = anchor.toEpochSecond(ZoneOffset.UTC);
        SecondSeries days =
                (from, to) -> {
                    long found = from + Math.floorMod(begin - from, span.toSeconds());
                    return found <= to ? found : SecondSeries.NONE;
                };
        times = new ZonedTimes(days, zone.rules(), dst, false);
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return next(from.getEpochSecond() + (from.getNano() == 0 ? 0 : 1));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return next(planned.getEpochSecond() + 1);
    }

    private Optional<Instant> next(long second) {
        if (second > LATEST) {
            return Optional.empty();
        }
        long at = Math.max(second, EARLIEST);
        long found = times.next(at, at + HORIZON);
        return found == ZonedTimes.NONE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(found));
    }
}
