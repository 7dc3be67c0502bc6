package io.milvaion.scheduler.see.why;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a job or a run waits for.
 *
 * @param code for programs, such as {@code noWorker}
 * @param detail a sentence for people
 * @param since since when, or null if that is not known
 * @param refs ids of what the sentence is about, by name, such as {@code occurrenceId}
 */
public record Cause(String code, String detail, @Nullable Instant since, Map<String, Object> refs) {

    static Cause of(String code, String detail, Instant since) {
        return new Cause(code, detail, since, Map.of());
    }

    Cause about(String name, Object id) {
        return id == null ? this : new Cause(code, detail, since, Map.of(name, id));
    }
}
