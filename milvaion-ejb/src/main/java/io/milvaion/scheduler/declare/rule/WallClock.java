package io.milvaion.scheduler.declare.rule;

import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Local times in a zone. */
record WallClock(LocalPattern pattern, PlanZone in, ClockRules rules) implements SourceRule {

    private static final int HORIZON_YEARS = 41; // ten leap years

    @Override
    public Optional<ClockRules> clocks() {
        return Optional.of(rules);
    }

    @Override
    public Optional<PlanZone> zone() {
        return Optional.of(in);
    }

    @Override
    public List<Instant> first(Instant from, int count) {
        var begin =
                LocalDateTime.ofInstant(from, in.rules().getOffset(from))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .minusHours(LocalWalk.LONGEST_CHANGE_HOURS);
        var last = begin.toLocalDate().plusYears(HORIZON_YEARS);
        var walk = new LocalWalk(in.rules(), rules, from, count);
        int second = begin.toLocalTime().toSecondOfDay();
        for (var day = begin.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            if (pattern.days().test(day) && !walk.through(day, pattern, second)) {
                break;
            }
            second = 0;
        }
        return walk.found();
    }
}
