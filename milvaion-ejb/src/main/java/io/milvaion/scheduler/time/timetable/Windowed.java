package io.milvaion.scheduler.time.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of a timetable from one instant to another, both included.
 *
 * @param from null: from ever
 * @param to null: for ever
 */
public record Windowed(Timetable all, Instant from, Instant to) implements Timetable {

    public static final int MOST_RUNS = 100_000;

    /**
     * @param maxRuns the first so many from {@code from}, {@value #MOST_RUNS} at most; null for
     *     all. Their end is looked for here and now
     */
    public static Timetable of(Timetable all, Instant from, Instant to, Integer maxRuns) {
        if (from == null && to == null) {
            return all;
        }
        var window = new Windowed(all, from, to);
        return maxRuns == null ? window : new Windowed(all, from, window.last(maxRuns));
    }

    /** The last of so many runs. */
    private Instant last(int runs) {
        Instant last = from;
        Optional<Instant> run = firstAtOrAfter(from);
        for (int i = 1; run.isPresent(); i++) {
            last = run.get();
            run = i < runs ? nextAfter(last) : Optional.empty();
        }
        return last;
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant instant) {
        boolean early = from != null && instant.isBefore(from);
        return within(all.firstAtOrAfter(early ? from : instant));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        boolean early = from != null && planned.isBefore(from);
        return within(early ? all.firstAtOrAfter(from) : all.nextAfter(planned));
    }

    private Optional<Instant> within(Optional<Instant> run) {
        return run.filter(at -> to == null || !at.isAfter(to));
    }

    @Override
    public boolean standsAt(Instant planned) {
        return (from == null || !planned.isBefore(from))
                && (to == null || !planned.isAfter(to))
                && all.standsAt(planned);
    }

    @Override
    public boolean isInterval() {
        return all.isInterval();
    }

    /** Of whole minutes only, so that the first and the last have as many as the others. */
    @Override
    public int runsInAMinute() {
        return (from == null || from.getEpochSecond() % 60 == 0) && to == null
                ? all.runsInAMinute()
                : 1;
    }
}
