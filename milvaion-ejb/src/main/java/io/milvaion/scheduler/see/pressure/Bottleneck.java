package io.milvaion.scheduler.see.pressure;

import io.milvaion.scheduler.see.figure.Symptom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the guide's table: a symptom, what it points to, and what helps.
 *
 * @param present whether some node notices it now
 * @param since when the first one has; null if none does
 * @param likely what it is
 * @param remedy what helps
 * @param how the setting or the command for it
 */
public record Bottleneck(
        Symptom symptom,
        boolean present,
        @Nullable Instant since,
        String likely,
        String remedy,
        String how,
        List<Notice> evidence) {

    /**
     * Where it shows.
     *
     * @param node that has noticed it
     * @param queue that it is about, or null
     * @param measure percent or microseconds, as the symptom has it
     * @param limit from which on it counts
     * @param sentence the same in words
     */
    public record Notice(
            String node,
            @Nullable String queue,
            Instant since,
            long measure,
            long limit,
            String sentence) {}
}
