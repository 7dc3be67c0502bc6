package io.milvaion.scheduler.run.leader;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * How far leaders have counted in one of the two stores.
 *
 * @param term of the leader that wrote it
 * @param number one more each time
 * @param at by the clock of the store
 */
record Mark(long term, long number, Instant at) {

    static final Mark NONE = new Mark(0, 0, Instant.EPOCH);

    /** What a store counts to within 10,000 years: more was written by somebody else. */
    private static final Pattern STORED = Pattern.compile("(\\d{1,15}) (\\d{1,15}) (\\d{1,15})");

    /** Reads what Redis has; {@link #NONE} where nobody could have written it. */
    static Mark parse(String stored) {
        var parts = STORED.matcher(stored);
        return parts.matches()
                ? new Mark(
                        Long.parseLong(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(parts.group(3))))
                : NONE;
    }
}
