package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import java.util.Locale;

/** Why a planned instant did not run, or that it ran late. Stored in lower case, with hyphens. */
public enum MissedReason {
    /** Another run of the job was open and its policy is Skip. */
    OVERLAP,
    /** The job holds as many runs as it may. */
    FULL,
    /** It was missed and the job's misfire policy is skip. */
    MISFIRE,
    /** It was missed and a later run stands for it: misfire policy once. */
    MERGED,
    /** It was missed, and more than misfire policy all still runs came after it. */
    BEYOND_LIMIT,
    /** The schedule was changed before it was dispatched. */
    RESCHEDULED,
    /** It was deactivated before, or its only instant passed while it was not active. */
    DEACTIVATED,
    DELETED,
    /** It ran, but was dispatched later than the misfire threshold. */
    LATE;

    private static final Words<MissedReason> WORDS = Words.of(MissedReason.class);

    /** Null if this version does not know it, as those that a newer node has stored. */
    static MissedReason of(String wire) {
        return WORDS.read(wire).orElse(null);
    }

    /** Why a missed instant does not run under a policy. */
    public static MissedReason missedUnder(MisfirePolicy policy) {
        return switch (policy) {
            case ONCE -> MERGED;
            case ALL -> BEYOND_LIMIT;
            case SKIP -> MISFIRE;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
