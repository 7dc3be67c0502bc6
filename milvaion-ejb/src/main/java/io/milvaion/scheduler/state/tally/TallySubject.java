package io.milvaion.scheduler.state.tally;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What rows of tallies are about, as their ids: a job is its own. */
public final class TallySubject {

    /** All runs. */
    public static final UUID ALL = new UUID(0, 0);

    private TallySubject() {}

    /** All runs of a job type; made of its name, which no id of a job is. */
    public static UUID ofType(String jobType) {
        return UUID.nameUUIDFromBytes(("type " + jobType).getBytes(StandardCharsets.UTF_8));
    }
}
