package io.milvaion.web.run.occurrence;

import io.milvaion.scheduler.state.occurrence.LogLine;
import io.milvaion.web.ground.json.CursorForm;
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

    static LogPlace of(LogLine line) {
        return new LogPlace(line.attempt(), line.seq());
    }
}
