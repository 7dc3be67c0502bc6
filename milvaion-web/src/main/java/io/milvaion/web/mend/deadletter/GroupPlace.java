package io.milvaion.web.mend.deadletter;

import io.milvaion.scheduler.mend.deadletter.FailureGroup;
import io.milvaion.web.ground.json.CursorForm;
import java.time.Instant;
import java.util.List;

/** Where a page of groups ends. */
record GroupPlace(Instant seen, String id) {

    static final CursorForm<GroupPlace> FORM =
            new CursorForm<>(
                    place -> List.of(place.seen.toString(), place.id),
                    parts -> new GroupPlace(Instant.parse(parts.get(0)), parts.get(1)));

    static GroupPlace of(FailureGroup group) {
        return new GroupPlace(group.lastSeenAt(), group.group());
    }
}
