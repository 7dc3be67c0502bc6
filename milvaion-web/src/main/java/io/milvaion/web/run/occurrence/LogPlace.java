package io.milvaion.web.run.occurrence;

import io.milvaion.scheduler.state.occurrence.LogLine;
import io.milvaion.web.ground.json.CursorForm;
import io.milvaion.web.ground.json.Query;
import java.util.List;

/** Where a page of a log ends. */
record LogPlace(int attempt, int seq) {

    static final LogPlace START = new LogPlace(-1, 0);

    static final CursorForm<LogPlace> FORM =
            new CursorForm<>(
                    place -> List.of(Integer.toString(place.attempt), Integer.toString(place.seq)),
                    parts ->
                            new LogPlace(
                                    Integer.parseInt(parts.get(0)),
                                    Integer.parseInt(parts.get(1))));

    /** The place before the line that a query names, or before all. */
    static LogPlace beforeLineIn(Query query) {
        var attempt = query.integer("attempt", null, 0, Integer.MAX_VALUE);
        int line = query.integer("line", 1, 1, Integer.MAX_VALUE);
        if (attempt == null && query.has("line")) {
            query.wrong("attempt", "Of which attempt is the line?");
        }
        return attempt == null ? START : new LogPlace(attempt, line - 1);
    }

    static LogPlace of(LogLine line) {
        return new LogPlace(line.attempt(), line.seq());
    }
}
