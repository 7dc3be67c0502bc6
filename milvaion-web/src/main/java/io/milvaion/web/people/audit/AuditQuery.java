package io.milvaion.web.people.audit;

import io.milvaion.scheduler.ground.audit.TrailFilter;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.web.ground.json.Query;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Which entries are asked for. */
final class AuditQuery {

    private static final Words<String> OUTCOMES = Words.of("done", "refused", "failed");

    /** A text is looked for entry by entry: of a year that would take too long. */
    private static final Duration SEARCHED = Duration.ofDays(31);

    private AuditQuery() {}

    static TrailFilter filter(Query query) {
        var text = query.text("q", 200);
        var from = query.instant("from");
        return new TrailFilter(
                query.text("actor"),
                query.text("action"),
                query.text("objectType"),
                query.text("objectId"),
                query.word("outcome", OUTCOMES, null),
                from == null && text != null ? searchedFrom() : from,
                query.instant("to"),
                text);
    }

    private static Instant searchedFrom() {
        return Clock.systemUTC().instant().minus(SEARCHED);
    }

    /** Numbers of entries. */
    static Long number(Query query, String name) {
        var number = query.integer(name, null, 1, Integer.MAX_VALUE);
        return number == null ? null : Long.valueOf(number);
    }
}
