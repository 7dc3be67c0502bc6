package io.milvaion.scheduler.time.rrule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The last moment of a rule, included.
 *
 * @param utc whether it is an instant; else a local time
 */
record RuleEnd(LocalDateTime at, boolean utc) {

    long second() {
        return at.toEpochSecond(ZoneOffset.UTC);
    }
}
