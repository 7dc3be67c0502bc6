package io.milvaion.web.run.occurrence;

import io.milvaion.web.ground.json.Query;
import java.util.regex.Pattern;

/** Where a page of a log ends. */
record LogCursor(int attempt, int seq) {

    private static final LogCursor START = new LogCursor(-1, 0);
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})");

    static LogCursor of(Query query, String name) {
        var text = query.text(name);
        if (text == null) {
            return START;
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            query.wrong(name, "This must be the nextCursor of a page, like 1.250.");
            return START;
        }
        return new LogCursor(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return attempt + "." + seq;
    }
}
