package io.milvaion.web.see.statistics;

import io.milvaion.web.ground.json.Query;
import java.time.Duration;
import java.time.Instant;

/** The range that a request is about: what is yet to come has no numbers. */
record RangeQuery(Instant from, Instant to) {

    private static final Duration DAY = Duration.ofDays(1);

    static RangeQuery in(Query query, Instant now) {
        var from = query.instant("from");
        var to = query.instant("to");
        if (from != null && to != null && !from.isBefore(to)) {
            query.wrong("to", "This is not after from.");
        }
        var end = to == null || to.isAfter(now) ? now : to;
        var begin = from == null ? end.minus(DAY) : from;
        return new RangeQuery(begin.isAfter(end) ? end : begin, end);
    }
}
