package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.OnClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * When all calendars of a job are open, and which days of its zone have any such time. Safe to
 * share.
 */
final class DaysOpen implements OpenTimes {

    /** What would have to move farther does not run. */
    static final int FARTHEST = 366;

    private static final int MOST_YEARS = 400;

    private final List<ZonedCalendar> calendars;
    private final boolean week;
    private final LocalClock clock;
    private final Map<Integer, BitSet> years = new ConcurrentHashMap<>();

    /**
     * @param week whether one of the calendars says which days of the week are worked on
     * @param clock that of the job's zone
     */
    DaysOpen(List<ZonedCalendar> calendars, boolean week, LocalClock clock) {
        this.calendars = List.copyOf(calendars);
        this.week = week;
        this.clock = clock;
    }

    LocalClock clock() {
        return clock;
    }

    @Override
    public boolean isOpen(long second) {
        for (var calendar : calendars) {
            if (!calendar.isOpen(second)) {
                return false;
            }
        }
        return true;
    }

    boolean isOpen(Instant instant) {
        return isOpen(instant.getEpochSecond());
    }

    @Override
    public long nextOpen(long from) {
        long second = from;
        long latest = from + (long) ZonedCalendar.MOST_DAYS * DaySpans.DAY;
        while (second <= latest) {
            long open = second;
            for (var calendar : calendars) {
                open = Math.max(open, calendar.nextOpen(second));
            }
            if (open == second || open == NONE) {
                return open;
            }
            second = open;
        }
        return NONE;
    }

    @Override
    public long nextClosed(long second) {
        return calendars.stream().mapToLong(c -> c.nextClosed(second)).min().orElse(NONE);
    }

    /** The first second of the closed time that this closed one is part of. */
    long closedSince(long closed) {
        long start = closed;
        for (int days = 1; days <= FARTHEST && nextOpen(start) > closed; days++) {
            start = closed - (long) days * DaySpans.DAY;
        }
        long open = nextOpen(start);
        while (open < closed) {
            start = nextClosed(open);
            open = nextOpen(start);
        }
        return start;
    }

    Instant start(LocalDate day) {
        return clock.start(day);
    }

    LocalDate day(Instant instant) {
        return clock.day(instant);
    }

    /** Whether any of a day is open. */
    boolean hasOpen(LocalDate day) {
        if (years.size() > MOST_YEARS) {
            years.clear();
        }
        return years.computeIfAbsent(day.getYear(), this::read).get(day.getDayOfYear());
    }

    /**
     * Whether a day is worked on: it is open, and it is from Monday to Friday unless a calendar
     * says which days of the week count.
     */
    boolean isWorking(LocalDate day) {
        return hasOpen(day) && (week || day.getDayOfWeek().getValue() <= 5);
    }

    /** Where a day's runs are moved to: itself if it is open; empty if that is too far. */
    Optional<LocalDate> target(LocalDate day, OnClosed policy) {
        if (hasOpen(day)) {
            return Optional.of(day);
        }
        return policy == OnClosed.PREVIOUS_DAY
                ? near(day, -1, this::hasOpen)
                : near(day, 1, accepting(policy));
    }

    /** The first day whose runs might be moved to this day or later, by a policy of later days. */
    LocalDate earliestSource(LocalDate day, OnClosed policy) {
        return near(day, -1, accepting(policy))
                .map(accepting -> accepting.plusDays(1))
                .orElseGet(() -> day.minusDays(FARTHEST));
    }

    private Predicate<LocalDate> accepting(OnClosed policy) {
        return policy == OnClosed.NEXT_WORKING_DAY ? this::isWorking : this::hasOpen;
    }

    private static Optional<LocalDate> near(LocalDate day, int step, Predicate<LocalDate> wanted) {
        for (int i = 1; i <= FARTHEST; i++) {
            var candidate = day.plusDays((long) i * step);
            if (wanted.test(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private BitSet read(int year) {
        var open = new BitSet();
        var day = LocalDate.ofYearDay(year, 1);
        for (; day.getYear() == year; day = day.plusDays(1)) {
            long end = start(day.plusDays(1)).getEpochSecond();
            open.set(day.getDayOfYear(), nextOpen(start(day).getEpochSecond()) < end);
        }
        return open;
    }
}
