package io.milvaion.web.mend.deadletter;

import io.milvaion.scheduler.mend.deadletter.FailureGroup;
import io.milvaion.web.ground.json.Query;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Where a page of groups ends.
 *
 * @param seen null with {@code id} at the start
 */
record GroupCursor(Instant seen, String id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})\\.([0-9a-f]{16})");

    static GroupCursor of(Query query, String name) {
        var text = query.text(name);
        if (text == null) {
            return new GroupCursor(null, null);
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            query.wrong(name, "This must be the nextCursor of a page.");
            return new GroupCursor(null, null);
        }
        return new GroupCursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2));
    }

    static GroupCursor after(FailureGroup group) {
        return new GroupCursor(group.lastSeenAt(), group.group());
    }

    @Override
    public String toString() {
        return seen.toEpochMilli() + "." + id;
    }
}
