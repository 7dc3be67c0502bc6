package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rule that holds for a time.
 *
 * @param startsAt or null
 * @param endsAt or null
 * @param most so many runs from the start, which is needed then; or null
 */
public record Bounded(SourceRule rule, Instant startsAt, Instant endsAt, Integer most)
        implements SourceRule {

    /** More are not counted: what is left of so many is not asked for in a preview. */
    private static final int MOST_COUNTED = 10_000;

    @Override
    public Optional<ClockRules> clocks() {
        return rule.clocks();
    }

    @Override
    public Optional<PlanZone> zone() {
        return rule.zone();
    }

    @Override
    public List<Instant> first(Instant from, int count) {
        var begin = startsAt != null && startsAt.isAfter(from) ? startsAt : from;
        var found =
                most == null || most > MOST_COUNTED
                        ? rule.first(begin, count)
                        : rule.first(startsAt, most);
        return found.stream()
                .filter(at -> !at.isBefore(begin) && (endsAt == null || !at.isAfter(endsAt)))
                .limit(count)
                .toList();
    }
}
