package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.Optional;

/** Local dates and times of a zone. */
record LocalClock(ZoneRules rules) {

    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofEpochSecond(
                instant.getEpochSecond(), instant.getNano(), rules.getOffset(instant));
    }

    LocalDate day(Instant instant) {
        return local(instant).toLocalDate();
    }

    /** The first instant of a day; that of the next one if clocks leave it out. */
    Instant start(LocalDate day) {
        var start = day.atStartOfDay();
        var change = rules.getTransition(start);
        return change != null && change.isGap()
                ? change.getInstant()
                : start.toInstant(rules.getValidOffsets(start).get(0));
    }

    /** When a local time is, once; empty if clocks leave it out and it is to be left out, too. */
    Optional<Instant> at(LocalDateTime local, DstRules dst) {
        var change = rules.getTransition(local);
        if (change == null) {
            return Optional.of(local.toInstant(rules.getOffset(local)));
        }
        if (change.isGap()) {
            return dst.gap() == DstGap.SKIP ? Optional.empty() : Optional.of(change.getInstant());
        }
        boolean second = dst.overlap() == DstOverlap.SECOND;
        return Optional.of(
                local.toInstant(second ? change.getOffsetAfter() : change.getOffsetBefore()));
    }
}
