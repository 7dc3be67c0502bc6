package io.milvaion.scheduler.time.tzdata;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.util.ArrayList;
import java.util.List;

/** Collects the changes of a zone's offset, oldest first, and makes rules of them. */
final class OffsetChanges {

    /** Before it nothing is planned, and some files say that time began at −2^59 s. */
    private static final long EARLIEST =
            LocalDateTime.of(-9999, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    /** For how long changes are written out that no rule of Java says. */
    private static final int YEARS = 500;

    private final List<ZoneOffsetTransition> changes = new ArrayList<>();
    private ZoneOffset base;
    private ZoneOffset present;
    private long last = Long.MIN_VALUE;

    OffsetChanges(ZoneOffset first) {
        base = first;
        present = first;
    }

    void add(long second, ZoneOffset offset) {
        if (second < last) {
            throw new ZoneRulesException("Its changes are not in order");
        }
        last = second;
        if (second < EARLIEST) {
            base = offset;
        } else if (!offset.equals(present)) {
            changes.add(
                    ZoneOffsetTransition.of(
                            LocalDateTime.ofEpochSecond(second, 0, present), present, offset));
        }
        present = offset;
    }

    ZoneRules rules() {
        return ZoneRules.of(base, base, List.of(), changes, List.of());
    }

    /** The rules with what comes after the last change. */
    ZoneRules rules(PosixZone after) {
        if (!after.changes()) {
            return rules();
        }
        var rules = after.rules();
        int year =
                changes.isEmpty()
                        ? 1900
                        : changes.get(changes.size() - 1).getDateTimeBefore().getYear();
        int end = year + (rules.isEmpty() ? YEARS : 1);
        for (; year <= end; year++) {
            for (var change : after.of(year)) {
                if (change.toEpochSecond() > last) {
                    add(change.toEpochSecond(), change.getOffsetAfter());
                }
            }
        }
        return ZoneRules.of(base, base, List.of(), changes, rules);
    }
}
