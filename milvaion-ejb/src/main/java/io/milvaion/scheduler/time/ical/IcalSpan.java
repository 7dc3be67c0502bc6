package io.milvaion.scheduler.time.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/**
 * A time that an event takes: in local time of whoever looks, or between two instants.
 *
 * @param name null for none
 * @param localFrom null: between instants
 * @param localTo the first moment that is not part of it
 */
public record IcalSpan(
        String name,
        LocalDateTime localFrom,
        LocalDateTime localTo,
        Instant instantFrom,
        Instant instantTo) {

    static IcalSpan local(String name, LocalDateTime from, LocalDateTime to) {
        return new IcalSpan(name, from, to, null, null);
    }

    static IcalSpan between(String name, Instant from, Instant to) {
        return new IcalSpan(name, null, null, from, to);
    }

    public LocalDateTime from(ZoneRules zone) {
        return localFrom == null ? local(instantFrom, zone) : localFrom;
    }

    public LocalDateTime to(ZoneRules zone) {
        return localTo == null ? local(instantTo, zone) : localTo;
    }

    private static LocalDateTime local(Instant instant, ZoneRules zone) {
        return LocalDateTime.ofEpochSecond(
                instant.getEpochSecond(), instant.getNano(), zone.getOffset(instant));
    }
}
