package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.SourceRule;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next runs by the source's rule, and ours.
 *
 * @param difference the first, also near the next two changes of clocks; null if there is none
 */
public record Comparison(List<Instant> theirs, List<Instant> ours, Difference difference) {

    private static final int SHOWN = 10;
    private static final int CHANGES = 2;
    private static final int MOST_NEAR_A_CHANGE = 500;
    private static final Duration NEAR = Duration.ofHours(4);

    /** A run that only one of the two has, beside what the other has in its place; or null. */
    public record Difference(Instant theirs, Instant ours) {}

    /**
     * @param theirs null if nothing is known of it
     */
    public static Comparison of(SourceRule theirs, Timetable ours, Instant from) {
        var planned = first(ours, from, SHOWN);
        if (theirs == null) {
            return new Comparison(List.of(), planned, null);
        }
        var said = theirs.first(from, SHOWN);
        return new Comparison(
                said,
                planned,
                difference(said, planned).or(() -> nearChanges(theirs, ours, from)).orElse(null));
    }

    private static Optional<Difference> nearChanges(
            SourceRule theirs, Timetable ours, Instant from) {
        if (theirs.zone().isEmpty()) {
            return Optional.empty();
        }
        var rules = theirs.zone().get().rules();
        var change = rules.nextTransition(from);
        for (int i = 0; i < CHANGES && change != null; i++) {
            var begin = change.getInstant().minus(NEAR);
            var end = change.getInstant().plus(NEAR);
            var found =
                    difference(
                            until(end, theirs.first(begin, MOST_NEAR_A_CHANGE)),
                            until(end, first(ours, begin, MOST_NEAR_A_CHANGE)));
            if (found.isPresent()) {
                return found;
            }
            change = rules.nextTransition(change.getInstant());
        }
        return Optional.empty();
    }

    private static List<Instant> until(Instant end, List<Instant> runs) {
        return runs.stream().filter(at -> at.isBefore(end)).toList();
    }

    private static Optional<Difference> difference(List<Instant> theirs, List<Instant> ours) {
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            var one = i < theirs.size() ? theirs.get(i) : null;
            var other = i < ours.size() ? ours.get(i) : null;
            if (one == null || !one.equals(other)) {
                return Optional.of(new Difference(one, other));
            }
        }
        return Optional.empty();
    }

    private static List<Instant> first(Timetable timetable, Instant from, int count) {
        var runs = new ArrayList<Instant>();
        var next = timetable.firstAtOrAfter(from);
        while (next.isPresent() && runs.size() < count) {
            runs.add(next.get());
            next = timetable.nextAfter(next.get());
        }
        return List.copyOf(runs);
    }
}
