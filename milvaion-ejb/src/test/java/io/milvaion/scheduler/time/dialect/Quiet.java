package io.milvaion.scheduler.time.dialect;

import java.time.Duration;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Tells instants on days when clocks change: there a job's own rules apply in every dialect, so
 * that what others do is not compared.
 */
final class Quiet {

    private static final Duration AROUND = Duration.ofHours(30);

    private Quiet() {}

    static boolean is(Instant instant, ZoneRules rules) {
        return Duration.between(before(instant, rules), instant).compareTo(AROUND) > 0
                && Duration.between(instant, after(instant, rules)).compareTo(AROUND) > 0;
    }

    private static Instant before(Instant instant, ZoneRules rules) {
        ZoneOffsetTransition change = rules.previousTransition(instant.plusSeconds(1));
        return change == null ? Instant.EPOCH : change.getInstant();
    }

    private static Instant after(Instant instant, ZoneRules rules) {
        ZoneOffsetTransition change = rules.nextTransition(instant);
        return change == null ? Instant.parse("9999-01-01T00:00:00Z") : change.getInstant();
    }
}
