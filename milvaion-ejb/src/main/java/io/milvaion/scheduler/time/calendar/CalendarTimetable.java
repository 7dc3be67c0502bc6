package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Planned instants as calendars leave them. The rules are stated in the package description.
 * Immutable and safe to share.
 */
public final class CalendarTimetable implements Timetable {

    private final Timetable base;
    private final JobCalendars calendars;
    private final DayMoves moves; // null: runs on closed times are left out
    private final Timetable runs;

    CalendarTimetable(Timetable base, JobCalendars calendars, OnClosed policy, DstRules dst) {
        this.base = base;
        this.calendars = calendars;
        var open = calendars.open();
        moves = policy == OnClosed.SKIP ? null : new DayMoves(base, open, policy, dst);
        runs = moves == null ? new OpenOnly(base, open) : new AfterWindow(moves, open);
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return runs.firstAtOrAfter(from);
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return runs.nextAfter(planned);
    }

    @Override
    public int runsInAMinute() {
        return runs.runsInAMinute();
    }

    /**
     * The runs that calendars keep from their times, oldest first.
     *
     * @param from planned, or made, then or later
     * @param to planned then at the latest
     */
    public List<CalendarMove> moves(Instant from, Instant to, int most) {
        var kept = new ArrayList<CalendarMove>();
        var run = base.firstAtOrAfter(earliest(from));
        while (run.isPresent() && !run.get().isAfter(to) && kept.size() < most) {
            if (!calendars.open().isOpen(run.get())) {
                var move = move(run.get());
                if (!run.get().isBefore(from) || (move.to() != null && !move.to().isBefore(from))) {
                    kept.add(move);
                }
            }
            run = base.nextAfter(run.get());
        }
        return List.copyOf(kept);
    }

    /** Where the runs begin that may be moved to an instant or later. */
    private Instant earliest(Instant from) {
        if (moves == null || moves.policy() == OnClosed.PREVIOUS_DAY) {
            return from;
        }
        var open = calendars.open();
        return open.start(open.earliestSource(open.day(from), moves.policy()));
    }

    private CalendarMove move(Instant from) {
        var to = moves == null ? Optional.<Instant>empty() : place(from);
        var why = calendars.why(from).orElse(null);
        return new CalendarMove(
                from, to.orElse(null), to.filter(at -> isMerged(from, at)).isPresent(), why);
    }

    private Optional<Instant> place(Instant from) {
        var open = calendars.open();
        return open.target(open.day(from), moves.policy())
                .flatMap(target -> moves.place(from, target))
                .flatMap(new AfterWindow(moves, open)::place);
    }

    /** Whether a run planned earlier, or one of the day itself, is made at the same time. */
    private boolean isMerged(Instant from, Instant to) {
        var open = calendars.open();
        return moves.wonBy(open.day(from)).isEmpty()
                || base.standsAt(to)
                || base.firstAtOrAfter(
                                Instant.ofEpochSecond(open.closedSince(from.getEpochSecond())))
                        .filter(first -> first.isBefore(from))
                        .flatMap(this::place)
                        .filter(to::equals)
                        .isPresent();
    }
}
