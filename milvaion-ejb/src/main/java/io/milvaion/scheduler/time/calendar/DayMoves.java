package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Moves the runs of days that are closed all day to days that are not, at the same local time.
 *
 * <p>Runs of two days that would fall on one merge: a day that has runs of its own keeps those
 * alone; else it gets those of the earliest day that is moved to it.
 */
record DayMoves(Timetable base, DaysOpen open, OnClosed policy, DstRules dst) implements Timetable {

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return nextAfter(Bounds.before(from));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return Bounds.isFar(planned) ? Optional.empty() : new Search(planned).run();
    }

    /** The day on which the runs of a day are made; empty if they are not, or merge. */
    Optional<LocalDate> wonBy(LocalDate source) {
        return open.target(source, policy)
                .filter(target -> target.equals(source) || isFirstOf(source, target));
    }

    private boolean isFirstOf(LocalDate source, LocalDate target) {
        if (hasRuns(target)) {
            return false;
        }
        var from =
                policy == OnClosed.PREVIOUS_DAY
                        ? target.plusDays(1)
                        : open.earliestSource(target, policy);
        for (var day = dayOfFirst(from); ; day = dayOfFirst(day.get().plusDays(1))) {
            if (day.isEmpty() || !day.get().isBefore(source)) {
                return true;
            }
            if (!open.hasOpen(day.get())) {
                return false;
            }
        }
    }

    private boolean hasRuns(LocalDate day) {
        return dayOfFirst(day).filter(day::equals).isPresent();
    }

    private Optional<LocalDate> dayOfFirst(LocalDate from) {
        return base.firstAtOrAfter(open.start(from)).map(open::day);
    }

    /** When a run is made that is moved to a day; empty if clocks leave that time out. */
    Optional<Instant> place(Instant run, LocalDate target) {
        if (open.day(run).equals(target)) {
            return Optional.of(run);
        }
        return open.clock().at(target.atTime(open.clock().local(run).toLocalTime()), dst);
    }

    /** A search for the first run after an instant, by the days on which runs are planned. */
    private final class Search {

        private final Instant after;
        private final LocalDate today;
        private Instant best;

        Search(Instant after) {
            this.after = after;
            today = open.day(after);
        }

        Optional<Instant> run() {
            var first =
                    policy == OnClosed.PREVIOUS_DAY ? today : open.earliestSource(today, policy);
            var source = dayOfFirst(first);
            while (source.isPresent() && !isPast(source.get())) {
                look(source.get());
                source = dayOfFirst(source.get().plusDays(1));
            }
            return Optional.ofNullable(best);
        }

        private boolean isPast(LocalDate source) {
            return best != null
                    ? source.isAfter(open.day(best)) || policy == OnClosed.PREVIOUS_DAY
                    : source.isAfter(today.plusDays(Bounds.HORIZON.toDays()));
        }

        private void look(LocalDate source) {
            wonBy(source)
                    .filter(target -> !target.isBefore(today))
                    .flatMap(target -> firstOf(source, target))
                    .filter(found -> best == null || found.isBefore(best))
                    .ifPresent(found -> best = found);
        }

        private Optional<Instant> firstOf(LocalDate source, LocalDate target) {
            var end = open.start(source.plusDays(1));
            var run = base.firstAtOrAfter(from(source, target));
            while (run.isPresent() && run.get().isBefore(end)) {
                var place = place(run.get(), target).filter(at -> at.isAfter(after));
                if (place.isPresent()) {
                    return place;
                }
                run = base.nextAfter(run.get());
            }
            return Optional.empty();
        }

        /** Where to begin: not before the time of day that is past, changes of clocks aside. */
        private Instant from(LocalDate source, LocalDate target) {
            var start = open.start(source);
            if (!target.equals(today)) {
                return start;
            }
            var same = after.minus(Duration.between(start, open.start(target)));
            var early = isEven(source) && isEven(target) ? same : same.minusSeconds(3 * 3600);
            return early.isBefore(start) ? start : early;
        }

        private boolean isEven(LocalDate day) {
            var length = Duration.between(open.start(day), open.start(day.plusDays(1)));
            return length.toSeconds() == DaySpans.DAY;
        }
    }
}
