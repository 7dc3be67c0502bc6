package io.milvaion.scheduler.declare.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.TreeSet;

/** A walk over local times, in their order, that gathers the first instants. */
final class LocalWalk {

    /** No change of clocks moves a local time by more. */
    static final int LONGEST_CHANGE_HOURS = 3;

    private final ZoneRules zone;
    private final ClockRules rules;
    private final Instant from;
    private final int count;
    private final TreeSet<Instant> found = new TreeSet<>();
    private ZoneOffsetTransition lastGap;

    LocalWalk(ZoneRules zone, ClockRules rules, Instant from, int count) {
        this.zone = zone;
        this.rules = rules;
        this.from = from;
        this.count = count;
    }

    List<Instant> found() {
        return List.copyOf(found);
    }

    /** Says whether what comes later may be among the first still. */
    boolean through(LocalDate day, LocalPattern pattern, int start) {
        for (int second = pattern.nextSecond(start);
                second >= 0;
                second = pattern.nextSecond(second + 1)) {
            var local = day.atTime(LocalTime.ofSecondOfDay(second));
            if (found.size() == count && isBeyond(local)) {
                return false;
            }
            take(local);
        }
        return true;
    }

    private void take(LocalDateTime local) {
        var change = zone.getTransition(local);
        boolean inGap = change != null && change.isGap();
        for (var at : rules.instants(local, zone, inGap && !change.equals(lastGap))) {
            if (!at.isBefore(from)) {
                found.add(at);
            }
        }
        while (found.size() > count) {
            found.pollLast();
        }
        lastGap = inGap ? change : lastGap;
    }

    private boolean isBeyond(LocalDateTime local) {
        var last = found.last();
        return local.minusHours(LONGEST_CHANGE_HOURS)
                .isAfter(LocalDateTime.ofInstant(last, zone.getOffset(last)));
    }
}
