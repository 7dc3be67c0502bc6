package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the rules of a zone say from 1970 to 2100, so that other rules can be compared with them.
 *
 * @param changes from which second on it is how many seconds ahead of UTC
 */
record ZoneOffsets(ZoneRulesVersion version, Map<Long, Integer> changes) {

    private static final Instant FROM = Instant.EPOCH;
    private static final Instant TO = Instant.parse("2101-01-01T00:00:00Z");

    ZoneOffsets {
        changes = new TreeMap<>(changes);
    }

    static ZoneOffsets of(PlanZone zone) {
        var rules = zone.rules();
        var changes = new TreeMap<Long, Integer>();
        changes.put(0L, rules.getOffset(FROM).getTotalSeconds());
        for (var change = rules.nextTransition(FROM);
                change != null && change.getInstant().isBefore(TO);
                change = rules.nextTransition(change.getInstant())) {
            changes.put(change.toEpochSecond(), change.getOffsetAfter().getTotalSeconds());
        }
        return new ZoneOffsets(zone.version(), changes);
    }

    /** Reads what {@link #text} has written. */
    static ZoneOffsets parse(String version, String text) {
        var changes = new TreeMap<Long, Integer>();
        for (var change : text.split(" ")) {
            var parts = change.split(":");
            changes.put(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        }
        return new ZoneOffsets(new ZoneRulesVersion(version), changes);
    }

    /** The zone by what it says; after the year 2100 nothing changes any more. */
    PlanZone zone(String name) {
        var list = new ArrayList<ZoneOffsetTransition>();
        var base = ZoneOffset.ofTotalSeconds(at(FROM));
        var offset = base;
        for (var change : changes.entrySet()) {
            var next = ZoneOffset.ofTotalSeconds(change.getValue());
            if (!next.equals(offset)) {
                var at = LocalDateTime.ofEpochSecond(change.getKey(), 0, offset);
                list.add(ZoneOffsetTransition.of(at, offset, next));
            }
            offset = next;
        }
        return new PlanZone(name, ZoneRules.of(base, base, List.of(), list, List.of()), version);
    }

    String text() {
        return changes.entrySet().stream()
                .map(change -> change.getKey() + ":" + change.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Seconds ahead of UTC; before 1970 those of its beginning. */
    int at(Instant instant) {
        var sorted = (TreeMap<Long, Integer>) changes;
        var entry = sorted.floorEntry(instant.getEpochSecond());
        return entry == null ? sorted.firstEntry().getValue() : entry.getValue();
    }

    /** Whether both say the same, whatever their versions. */
    boolean agrees(ZoneOffsets other) {
        return changes.equals(other.changes);
    }
}
